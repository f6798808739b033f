package com.coworkpay.integration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The committed contract is what the code says. After a change on purpose, run this test with
/// `-Dcontracts.update=true` and commit the file.
@IntegrationServiceTest
class OpenApiTest {

    private static final Path CONTRACT = Path.of("../docs/contracts/openapi/integration-service.yaml");

    @Test
    void the_contract_is_what_the_code_says() throws IOException {
        String generated = given().queryParam("format", "yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("contracts.update")) {
            Files.createDirectories(CONTRACT.getParent());
            Files.writeString(CONTRACT, generated);
        }
        assertThat(generated).isEqualTo(Files.readString(CONTRACT));
    }

    @Test
    void the_contract_names_no_key_where_none_is_told() {
        assertThat(given().get("/q/openapi").asString()).doesNotContain("SecretText");
    }
}
