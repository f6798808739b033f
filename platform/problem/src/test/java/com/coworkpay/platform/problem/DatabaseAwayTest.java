package com.coworkpay.platform.problem;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.coworkpay.platform.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a real PostgreSQL really does to the two clients.
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DatabaseAwayTest {

    private static void unavailable(String path) {
        given().get("/store/" + path)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:coworkpay:problem:unavailable"));
    }

    private static boolean works(String path) {
        return given().get("/store/" + path).statusCode() == 200;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cut-off", "hibernate-cut-off", "dead-connection", "statement-too-slow", "hibernate-too-slow"})
    void aBrokenOffStatementAsksToComeAgain(String path) {
        unavailable(path);
        await().until(() -> works("pool") && works("hibernate"));
    }

    /// Both connections of the pool are in use, for longer than the pool of our services waits.
    @ParameterizedTest
    @ValueSource(strings = {"all-taken", "hibernate-all-taken"})
    void aPoolWithoutAFreeConnectionAsksToComeAgain(String path) {
        unavailable(path);
        await().until(() -> works("pool") && works("hibernate"));
    }

    @Test
    void aServerThatIsAwayAsksToComeAgain() {
        await().until(() -> works("pool") && works("hibernate"));
        PostgresResource.stopServer();
        try {
            for (int i = 0; i < 3; i++) {
                unavailable("pool");
                unavailable("hibernate");
            }
        } finally {
            PostgresResource.startServer();
        }
        await().until(() -> works("pool") && works("hibernate"));
    }

    @Test
    void aWrongStatementIsOurFault() {
        given().get("/store/bug").then().statusCode(500).body("type", equalTo("urn:coworkpay:problem:internal"));
    }
}
