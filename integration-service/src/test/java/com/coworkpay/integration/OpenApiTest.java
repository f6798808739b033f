package com.coworkpay.integration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The committed contract is what the code says. After a wanted change: run this test with
/// `-Dcontracts.write=true`, look at the difference, commit it.
@IntegrationServiceTest
class OpenApiTest {

    private static final Path CONTRACT = Path.of("../docs/contracts/openapi/integration-service.yaml");

    @Test
    void theContractIsWhatTheCodeSays() throws IOException {
        String generated = given().queryParam("format", "yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("contracts.write")) {
            Files.createDirectories(CONTRACT.getParent());
            Files.writeString(CONTRACT, generated);
        }
        assertThat(generated).isEqualTo(Files.readString(CONTRACT));
    }

    @Test
    void everyOperationTellsItsProblems() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .body("paths.values().collectMany { it.values() }.size()", equalTo(12))
                .body(
                        "paths.values().collectMany { it.values() }.responses.default.content",
                        everyItem(hasKey("application/problem+json")))
                .body("components.schemas.ConnectRequest.properties.key.type", equalTo("string"))
                .body("components.schemas", not(hasKey("SecretText")));
    }
}
