package com.coworkpay.platform.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.coworkpay.platform.testkit.TestIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IssuerAwayTest.IssuerAway.class)
class IssuerAwayTest {

    public static class IssuerAway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Port 1 has nobody listening.
            return Map.of(
                    "quarkus.oidc.auth-server-url", "http://localhost:1/realms/none",
                    "quarkus.oidc.connection-delay", "1S");
        }
    }

    @Test
    void aTokenThatCannotBeCheckedAsksToComeAgain() {
        given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at("gangnam", "payment:read")
                        .sign())
                .get("/v1/locations/gangnam/payments")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:coworkpay:problem:unavailable"));
    }

    @Test
    void whatIsOpenToAllStaysOpen() {
        given().get("/v1/return/home").then().statusCode(200);
    }

    @Test
    void withoutATokenNobodyNeedsTheIssuer() {
        given().get("/v1/locations/gangnam/payments").then().statusCode(401);
    }
}
