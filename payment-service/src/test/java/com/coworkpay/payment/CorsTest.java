package com.coworkpay.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestEnvironment;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages of the portal may read, stream, list and cancel a payer's own payments; pages of other origins may read
/// nothing.
@PaymentServiceTest
class CorsTest {

    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private final TestShop shop = TestShop.open();

    private Response preflight(String origin, String path, String method) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization")
                .options(path);
    }

    private String path(String paymentId) {
        return "/v1/locations/" + shop.location() + "/payments/" + paymentId;
    }

    @Test
    void thePortalMayAskAndRead() {
        PendingPayment payment = shop.begin();
        Response asked = preflight(TestEnvironment.PORTAL, path(payment.id()), "GET");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.header(ALLOWED)).isEqualTo(TestEnvironment.PORTAL);
        assertThat(asked.header("Access-Control-Allow-Methods")).isEqualTo("GET");
        assertThat(asked.header("Access-Control-Allow-Headers")).contains("Authorization");
        assertThat(asked.header("Vary")).contains("Origin");
        Response read = given().auth()
                .oauth2(TestIdentity.token("payer-1").sign())
                .header("Origin", TestEnvironment.PORTAL)
                .get(path(payment.id()));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.header(ALLOWED)).isEqualTo(TestEnvironment.PORTAL);
        assertThat(read.header("Vary")).contains("Origin");
        assertThat(read.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void problemsAreReadableToo() {
        for (Response problem : new Response[] {
            given().header("Origin", TestEnvironment.PORTAL)
                    .get(path(UUID.randomUUID().toString())),
            given().auth()
                    .oauth2(TestIdentity.token("payer-1").sign())
                    .header("Origin", TestEnvironment.PORTAL)
                    .get(path(UUID.randomUUID().toString()))
        }) {
            assertThat(problem.statusCode()).isIn(401, 404);
            assertThat(problem.contentType()).startsWith("application/problem+json");
            assertThat(problem.header(ALLOWED)).isEqualTo(TestEnvironment.PORTAL);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.test",
                "null",
                "http://portal.coworkpay.test",
                "https://portal.coworkpay.test:3000",
                "http://portal.coworkpay.test:3000.evil.test",
                "http://portal.coworkpay.test:3000/"
            })
    void nobodyElseMay(String origin) {
        PendingPayment payment = shop.begin();
        assertThat(preflight(origin, path(payment.id()), "GET").header(ALLOWED)).isNull();
        Response read = given().auth()
                .oauth2(TestIdentity.token("payer-1").sign())
                .header("Origin", origin)
                .get(path(payment.id()));
        assertThat(read.header(ALLOWED)).isNull();
        assertThat(read.header("Vary")).contains("Origin");
    }

    @Test
    void theListAndTheStreamAreForPagesAndSoIsACancellation() {
        PendingPayment payment = shop.begin();
        for (String read :
                new String[] {"/v1/locations/" + shop.location() + "/payments", path(payment.id()) + "/stream"}) {
            Response asked = preflight(TestEnvironment.PORTAL, read, "GET");
            assertThat(asked.statusCode()).as(read).isEqualTo(204);
            assertThat(asked.header("Access-Control-Allow-Methods")).isEqualTo("GET");
            assertThat(asked.header("Access-Control-Allow-Headers")).contains("Last-Event-ID");
            assertThat(preflight(TestEnvironment.PORTAL, read, "POST").statusCode())
                    .isNotEqualTo(204);
        }
        String cancel = path(payment.id()) + "/cancel";
        assertThat(preflight(TestEnvironment.PORTAL, cancel, "POST").header("Access-Control-Allow-Methods"))
                .isEqualTo("POST");
        assertThat(preflight(TestEnvironment.PORTAL, cancel, "GET").statusCode())
                .isNotEqualTo(204);
    }

    @Test
    void nothingElseIsForPages() {
        PendingPayment payment = shop.begin();
        assertThat(preflight(TestEnvironment.PORTAL, path(payment.id()), "POST").statusCode())
                .isNotEqualTo(204);
        for (String other : new String[] {
            path(payment.id()) + "/inquiry", path("manual-review"), "/v1/locations/" + shop.location() + "/checkouts"
        }) {
            assertThat(preflight(TestEnvironment.PORTAL, other, "GET").header(ALLOWED))
                    .isNull();
            assertThat(preflight(TestEnvironment.PORTAL, other, "POST").header(ALLOWED))
                    .isNull();
        }
    }
}
