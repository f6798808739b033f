package com.coworkpay.payment.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.PaymentServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The committed description is the one that the code gives. After a wanted change: run this test with
/// `-Dcontracts.write=true`, check the difference, commit it.
@PaymentServiceTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("..", "docs", "contracts", "openapi", "payment-service.yaml");

    @Test
    void theCommittedDescriptionIsTheCodes() throws IOException {
        String present = given().accept("application/yaml").get("/q/openapi").asString();
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(COMMITTED, present);
        }
        assertThat(present).isEqualTo(Files.readString(COMMITTED));
    }
}
