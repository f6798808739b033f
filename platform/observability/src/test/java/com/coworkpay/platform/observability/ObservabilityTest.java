package com.coworkpay.platform.observability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.coworkpay.platform.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class ObservabilityTest {

    private static final String TOKEN = "a1b2c3d4e5f6g7h8i9j0";
    private static final String SIGNATURE = "s1gnatureOfThePayment";
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    SpansInMemory spans;

    @BeforeEach
    void forgetSpans() {
        spans.forget();
    }

    private static void comeBack() {
        given().header("traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01")
                .get("/v1/return/pay-7/" + SIGNATURE + "/approved?pg_token=" + TOKEN)
                .then()
                .statusCode(200)
                .body(equalTo("thanks"));
    }

    private static String log() throws IOException {
        return Files.readString(Path.of("target/observed.log"));
    }

    private static List<JsonObject> logLines() throws IOException {
        return log().lines().map(JsonObject::new).toList();
    }

    @Test
    void logLinesCarryTraceAndPayment() throws IOException {
        comeBack();
        assertThat(logLines()).anySatisfy(line -> {
            assertThat(line.getString("message")).isEqualTo("A careless line with pg_token=***");
            assertThat(line.getJsonObject("mdc").getString("traceId")).isEqualTo(TRACE_ID);
            assertThat(line.getJsonObject("mdc").getString("spanId")).hasSize(16);
            assertThat(line.getJsonObject("mdc").getString("paymentId")).isEqualTo("pay-7");
        });
    }

    @Test
    void noSecretReachesTheLog() throws IOException {
        comeBack();
        // The access log's line comes after the answer.
        await().until(() -> log().contains("GET /v1/return/pay-7/***/approved 200"));
        assertThat(log())
                .contains("A careless failure")
                .contains("IllegalStateException: outer")
                .doesNotContain(TOKEN)
                .doesNotContain(SIGNATURE);
    }

    @Test
    void noSecretReachesASpan() {
        comeBack();
        await().until(() -> spans.finished().stream()
                .anyMatch(span -> span.getName().equals("GET /v1/return/{paymentId}/{signature}/approved")
                        && span.getTraceId().equals(TRACE_ID)));
        assertThat(spans.finished().toString())
                .contains("pay-7")
                .doesNotContain(TOKEN)
                .doesNotContain(SIGNATURE);
    }

    @Test
    void metricsHaveTemplatesForPaths() {
        comeBack();
        given().get("/nowhere/some-id-of-theirs").then().statusCode(404);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("uri=\"/v1/return/{paymentId}/{signature}/approved\""))
                .body(not(containsString(TOKEN)))
                .body(not(containsString(SIGNATURE)))
                .body(not(containsString("some-id-of-theirs")))
                .body(not(containsString("pay-7")));
    }

    @Test
    void problemsNameTheTrace() {
        given().header("traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01")
                .get("/refused")
                .then()
                .statusCode(403)
                .body("traceId", equalTo(TRACE_ID));
    }

    @Test
    void thePaymentOfOnePieceOfWorkIsNotThatOfTheNext() {
        given().get("/one-by-one").then().statusCode(200).body(equalTo("first second null"));
    }

    @Test
    void livenessIsTheProcessAndReadinessTheDatabase() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200).body(containsString("PostgreSQL"));
    }
}
