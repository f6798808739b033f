package com.coworkpay.platform.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.platform.testkit.TestIdentityResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIdentityResource.class)
class AccessTest {

    private static final String HERE = "/v1/locations/gangnam";

    private static TestIdentity.Token token(String subject) {
        return TestIdentity.token(subject);
    }

    private static RequestSpecification as(TestIdentity.Token token) {
        return given().auth().oauth2(token.sign());
    }

    private static ValidatableResponse problem(Response answer, int status, String slug) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:coworkpay:problem:" + slug));
    }

    @ParameterizedTest
    @CsvSource({
        "integration:manage,/v1/locations/gangnam/integration",
        "payment:read,/v1/locations/gangnam/payments",
        "payment:create,/v1/locations/gangnam/payments",
        "refund:approve,/v1/locations/gangnam/approvals",
        "payment:resolve,/v1/locations/gangnam/payments/p-1/resolution",
        "refund:resolve,/v1/locations/gangnam/refunds/r-1/resolution",
        "report:read,/v1/locations/gangnam/reports",
        "location:manage,/v1/locations/gangnam",
    })
    void aPermissionOpensItsEndpointAtItsLocationOnly(String permission, String path) {
        as(token("minji").at("gangnam", permission)).get(path).then().statusCode(200);
        as(token("bot").everywhere(permission)).get(path).then().statusCode(200);
        problem(as(token("minji").at("hongdae", permission)).get(path), 404, "not-found");
        problem(as(token("minji").at("gangnam", "something:else")).get(path), 403, "forbidden");
        problem(given().get(path), 401, "unauthenticated").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void whoHoldsNothingAtALocationIsToldThatNothingIsThere() {
        problem(as(token("jisoo")).get(HERE + "/payments"), 404, "not-found");
        problem(as(token("jisoo").at("gangnam")).get(HERE + "/payments"), 404, "not-found");
        problem(as(token("jisoo").at("hongdae", "payment:read")).get(HERE + "/payments"), 404, "not-found")
                .header("Content-Language", "en");
    }

    @Test
    void whoHoldsSomethingElseThereIsForbidden() {
        problem(as(token("hyun").at("gangnam", "report:read")).get(HERE + "/payments"), 403, "forbidden");
        problem(as(token("bot").everywhere("location:manage")).get(HERE + "/payments"), 403, "forbidden");
    }

    @Test
    void anEndpointNobodyAnnotatedIsClosed() {
        problem(given().get(HERE + "/forgotten"), 401, "unauthenticated");
        problem(as(token("minji").at("gangnam", "payment:read")).get(HERE + "/forgotten"), 403, "forbidden");
        problem(as(token("jisoo")).get(HERE + "/forgotten"), 404, "not-found");
    }

    @Test
    void theCredentialNeedsItsPermissionEverywhere() {
        as(token("payment-service").everywhere("credential:read"))
                .get("/internal/credential")
                .then()
                .statusCode(200);
        problem(as(token("minji").at("gangnam", "credential:read")).get("/internal/credential"), 403, "forbidden");
        problem(given().get("/internal/credential"), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "..", "%2A", "a b", "gangnam%2Fx", "x.y", "-gangnam"})
    void whatIsNoLocationIdIsNowhere(String id) {
        problem(
                as(token("bot").everywhere("payment:read").at(id, "payment:read"))
                        .urlEncodingEnabled(false)
                        .get("/v1/locations/" + id.replace(" ", "%20") + "/payments"),
                404,
                "not-found");
    }

    @Test
    void aBrokenTokenIsRefusedWhereOneIsNeeded() {
        String good = token("minji").at("gangnam", "payment:read").sign();
        for (String broken : List.of(
                "nonsense",
                "a.b.c",
                good.substring(0, good.length() - 6) + "AAAAAA",
                good + "x",
                token("minji").at("gangnam", "payment:read").expired().sign(),
                TestIdentity.token("minji")
                        .claim("aud", List.of())
                        .at("gangnam", "payment:read")
                        .sign(),
                TestIdentity.token("minji")
                        .claim("aud", "another")
                        .at("gangnam", "payment:read")
                        .sign())) {
            problem(given().header("Authorization", "Bearer " + broken).get(HERE + "/payments"), 401, "unauthenticated")
                    .header("WWW-Authenticate", "Bearer")
                    .body(not(containsString(broken)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".", "..", "...", "....", "a..", "..a", ".a.", "=", "a=b", "a b", "{}", "\"a\"", "a.b.c.d", "a,b"
            })
    void whatHasNotATokensFormIsNoSignIn(String written) {
        problem(given().header("Authorization", "Bearer " + written).get(HERE + "/payments"), 401, "unauthenticated")
                .header("WWW-Authenticate", "Bearer");
        given().header("Authorization", "Bearer " + written)
                .get("/v1/return/home")
                .then()
                .statusCode(200);
    }

    @Test
    void anotherSchemeIsNoSignIn() {
        problem(given().header("Authorization", "Basic bWluamk6eA==").get(HERE + "/payments"), 401, "unauthenticated");
        problem(given().header("Authorization", "Bearer").get(HERE + "/payments"), 401, "unauthenticated");
    }

    @Test
    void anOpenEndpointDoesNotMindABrokenToken() {
        given().get("/v1/return/home").then().statusCode(200);
        given().header("Authorization", "Bearer nonsense")
                .get("/v1/return/home")
                .then()
                .statusCode(200);
    }

    @Test
    void aSubjectThatCannotBeStoredIsRefusedAtEveryDoor() {
        for (String subject : List.of(
                "", " ", "a\u0000b", "a\nb", "a\u007fb", "미나", "min\u00ado", "x".repeat(256), "x".repeat(4000))) {
            for (String path : List.of("/payments", "/mine", "/forgotten")) {
                problem(as(token(subject).at("gangnam", "payment:read")).get(HERE + path), 401, "unusable-token")
                        .header("WWW-Authenticate", "Bearer")
                        .body("code", equalTo("sub"));
            }
        }
        problem(
                as(token("a\u0000b").at("gangnam", "refund:create"))
                        .contentType(ContentType.JSON)
                        .body("{\"what\":\"\"}")
                        .post(HERE + "/refunds"),
                401,
                "unusable-token");
    }

    @Test
    void aSubjectAsOpenIdConnectAllowsItPassesUnchanged() {
        for (String subject : List.of("auth0|64f1c0ffee", "_nMkx", "-AAAA=", "a b", "x".repeat(255), "~!@#$%^&*()")) {
            as(token(subject)).get(HERE + "/mine").then().statusCode(200).body(equalTo(subject + " false false"));
        }
    }

    /// Signed by the issuer, and still anything at all.
    @Test
    void noClaimOfAnOddFormIsAFaultOfOurs() {
        List<Object> odd =
                List.of(5, true, "", "x\u0000y", List.of(1, "a"), Map.of("a", 1), "[".repeat(5000), nested());
        for (String claim : List.of(
                "sub",
                "locations",
                "aud",
                "scope",
                "scp",
                "groups",
                "realm_access",
                "azp",
                "iat",
                "nbf",
                "exp",
                "upn",
                "preferred_username",
                "acr",
                "amr",
                "auth_time",
                "cnf",
                "typ",
                "jti",
                "sid",
                "resource_access")) {
            for (Object value : odd) {
                int status = as(token("minji").at("gangnam", "payment:read").claim(claim, value))
                        .get(HERE + "/payments")
                        .then()
                        .extract()
                        .statusCode();
                assertThat(status).as("%s = %.40s", claim, value).isIn(200, 401, 404);
            }
        }
    }

    private static Object nested() {
        Object inside = "x";
        for (int depth = 0; depth < 100; depth++) {
            inside = List.of(inside);
        }
        return inside;
    }

    @Test
    void theCallerKnowsItself() {
        as(token("minji").at("gangnam", "payment:read"))
                .get(HERE + "/mine")
                .then()
                .statusCode(200)
                .body(equalTo("minji true true"));
        as(token("jisoo")).get(HERE + "/mine").then().statusCode(200).body(equalTo("jisoo false false"));
    }

    @Test
    void aClaimOfAnyOtherFormGrantsNothing() {
        List<Object> odd = List.of(
                "payment:read",
                42,
                true,
                List.of("gangnam"),
                Map.of("gangnam", "payment:read"),
                Map.of("gangnam", Map.of("payment:read", true)),
                Map.of("gangnam", List.of(1, true, List.of("payment:read"))),
                Map.of("*", "payment:read"),
                "{\"gangnam\":[\"payment:read\"",
                "[]");
        for (Object claim : odd) {
            problem(as(token("minji").claim("locations", claim)).get(HERE + "/payments"), 404, "not-found");
        }
    }

    @Test
    void theClaimMayBeTheSameAsAText() {
        as(token("minji").claim("locations", "{\"gangnam\":[\"payment:read\"]}"))
                .get(HERE + "/payments")
                .then()
                .statusCode(200);
    }

    @Test
    void aLongListOfLocationsIsFine() {
        var token = token("minji");
        IntStream.range(0, 150).forEach(i -> token.at("location-" + i, "payment:read"));
        as(token).get("/v1/locations/location-149/payments").then().statusCode(200);
        problem(as(token).get(HERE + "/payments"), 404, "not-found");
    }

    @Test
    void headersBeyondTheBoundAreRefusedWithAProblem() {
        var fits = token("minji");
        IntStream.range(0, 300).forEach(i -> fits.at("location-" + i, "report:read"));
        as(fits).get("/v1/locations/location-7/reports").then().statusCode(200);
        var tooLarge = token("minji");
        IntStream.range(0, 700).forEach(i -> tooLarge.at("location-" + i, "payment:read"));
        problem(as(tooLarge).get(HERE + "/payments"), 431, "headers-too-large");
        problem(as(token("minji")).get(HERE + "/payments?x=" + "y".repeat(9000)), 414, "uri-too-long");
    }

    @Test
    void aTokenTooLargeForTheHeadersIsRefusedWithoutAFault() {
        var token = token("minji");
        IntStream.range(0, 5000).forEach(i -> token.at("location-" + i, "payment:read"));
        as(token).get(HERE + "/payments").then().statusCode(431);
    }

    @Test
    void refusalComesBeforeValidation() {
        RequestSpecification stranger =
                as(token("jisoo")).contentType(ContentType.JSON).body("{\"what\":\"\"}");
        problem(stranger.post(HERE + "/refunds"), 404, "not-found").body(not(containsString("what")));
        RequestSpecification reader = as(token("hyun").at("gangnam", "report:read"))
                .contentType(ContentType.JSON)
                .body("{\"what\":\"\"}");
        problem(reader.post(HERE + "/refunds"), 403, "forbidden");
        RequestSpecification allowed = as(token("minji").at("gangnam", "refund:create"))
                .contentType(ContentType.JSON)
                .body("{\"what\":\"\"}");
        problem(allowed.post(HERE + "/refunds"), 400, "invalid-request").body("field", equalTo("what"));
    }

    @Test
    void withoutATokenEvenBrokenJsonIsAQuestionOfSignIn() {
        problem(given().contentType(ContentType.JSON).body("{").post(HERE + "/refunds"), 401, "unauthenticated");
    }

    @Test
    void refusalsSpeakKorean() {
        problem(as(token("jisoo")).header("Accept-Language", "ko").get(HERE + "/payments"), 404, "not-found")
                .body("title", equalTo("찾을 수 없습니다"));
    }
}
