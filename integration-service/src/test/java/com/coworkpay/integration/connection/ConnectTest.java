package com.coworkpay.integration.connection;

import static com.coworkpay.integration.Api.administratorOf;
import static com.coworkpay.integration.Api.as;
import static com.coworkpay.integration.Api.connect;
import static com.coworkpay.integration.Api.connectRequest;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.view;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.coworkpay.integration.Api;
import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.integration.KakaoPaySimulator;
import com.coworkpay.integration.TestMerchant;
import com.coworkpay.kakaopay.simulator.Call;
import com.coworkpay.platform.testkit.TestIdentity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IntegrationServiceTest
class ConnectTest {

    @Test
    void beforeConnectingThePageSaysWhatIsNeeded() {
        String location = newLocation();
        view(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("NOT_CONNECTED"))
                .body(
                        "siteDomains",
                        equalTo(List.of(KakaoPaySimulator.PUBLIC_BASE_URL, "https://portal.coworkpay.test")))
                .body("aboutUrl", notNullValue())
                .body("docsUrl", notNullValue())
                .body("otherAccounts", empty());
    }

    @Test
    void aSecretKeyIsTriedLiveAndKept() {
        String location = newLocation();
        TestMerchant merchant = TestMerchant.withSecretKey();
        connect(location, merchant)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("CONNECTED"))
                .body("cid", equalTo(merchant.cid()))
                .body("live", equalTo(true))
                .body("credentialKind", equalTo("SECRET_KEY"))
                .body("credential", equalTo("****" + merchant.key().substring(36)))
                .body("credentialVersion", equalTo(1))
                .body("connectedBy", equalTo("minji"))
                .body("connectedAt", notNullValue())
                .body("lastCheck.result", equalTo("ACCEPTED"))
                .body("payables.size()", equalTo(5))
                .body("payables.values()", everyItem(equalTo(true)))
                .body("automaticRefunds", equalTo(true));
        view(location)
                .then()
                .statusCode(200)
                .body("status", equalTo("CONNECTED"))
                .body("version", equalTo(2));
        assertThat(callsOf(merchant)).hasSize(1).allSatisfy(call -> {
            assertThat(call.orderId()).startsWith("check-");
            assertThat(call.legacy()).isFalse();
        });
        assertThat(Db.auditOf(location)).containsExactly("LOCATION_CREATED DONE", "CONNECTED DONE");
    }

    @Test
    void anAdminKeyIsTriedAtTheFormerApi() {
        String location = newLocation();
        TestMerchant merchant = TestMerchant.withAdminKey();
        connect(location, merchant).then().statusCode(200).body("credentialKind", equalTo("ADMIN_KEY"));
        assertThat(callsOf(merchant)).hasSize(1).allSatisfy(call -> assertThat(call.legacy())
                .isTrue());
    }

    @Test
    void whatCopyingLeavesAroundKeyAndCidIsTakenOff() {
        String location = newLocation();
        TestMerchant merchant = TestMerchant.withSecretKey();
        for (String edge : new String[] {" ", "\t\r\n", "\u00A0", "\u200B", "\u2060", "\uFEFF"}) {
            connect(location, connectRequest("SECRET_KEY", edge + merchant.key() + edge, edge + merchant.cid() + edge))
                    .then()
                    .statusCode(200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    credentialKind | "PASSWORD"            | invalid-request
                    credentialKind | null                  | invalid-request
                    credentialKind | 0                     | invalid-request
                    key            | null                  | invalid-request
                    key            | ""                    | invalid-request
                    key            | "   "                 | invalid-request
                    key            | 12345678901234567890  | invalid-request
                    key            | "SECRET_KEY PRD0123456789ABCDEF0123" | key-with-prefix
                    key            | "DEV_SECRET_KEY DEV0123456789ABCDEF" | key-with-prefix
                    key            | "KakaoAK 0123456789abcdef01234567"   | key-with-prefix
                    key            | "Authorization: KakaoAK 0123456789"  | key-with-prefix
                    key            | "\\u200b"                            | malformed-key
                    key            | "KakaoAK\\u00a00123456789abcdef01234567" | key-with-prefix
                    key            | "short"                              | malformed-key
                    key            | "0123456789 0123456789"              | malformed-key
                    key            | "0123456789\\n0123456789"            | malformed-key
                    key            | "0123456789\\u00010123456789"        | malformed-key
                    key            | "키키키키키키키키키키키키키키"           | malformed-key
                    cid            | null                  | invalid-request
                    cid            | ""                    | malformed-cid
                    cid            | "C12345678"           | malformed-cid
                    cid            | "C1234567890"         | malformed-cid
                    cid            | "c123456789"          | malformed-cid
                    cid            | "C12345678é"          | malformed-cid
                    surprise       | 1                     | invalid-request
                    """)
    void whatCannotBeRightIsRefusedBeforeKakaopayIsAsked(String field, String json, String problem) {
        String location = newLocation();
        TestMerchant merchant = TestMerchant.withSecretKey();
        var body = new StringBuilder("{");
        connectRequest(merchant).forEach((name, value) -> {
            if (!name.equals(field)) {
                body.append('"').append(name).append("\":\"").append(value).append("\",");
            }
        });
        body.append('"').append(field).append("\":").append(json).append('}');
        administratorOf(location)
                .body(body.toString())
                .put("/v1/locations/{id}/kakaopay/connection", location)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:coworkpay:problem:" + problem))
                .body("field", equalTo(field));
        assertThat(callsOf(merchant)).isEmpty();
        assertThat(Db.accountsOf(location)).isZero();
    }

    @Test
    void aKeyOfAHundredKilobytesIsRefused() {
        String location = newLocation();
        connect(location, connectRequest("SECRET_KEY", "K".repeat(129), "C123456789"))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:coworkpay:problem:malformed-key"));
        connect(location, connectRequest("SECRET_KEY", "K".repeat(100_000), "C123456789"))
                .then()
                .statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TC0ONETIME", "TCSUBSCRIP", "TCSEQUENCE"})
    void testAccountsAreRefusedUnlessTheInstallationAllowsThem(String cid) {
        String location = newLocation();
        connect(location, connectRequest("SECRET_KEY", TestMerchant.newKey(), cid))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:coworkpay:problem:test-cid-not-allowed"))
                .body("field", equalTo("cid"));
        assertThat(Db.accountsOf(location)).isZero();
        assertThat(Db.auditOf(location)).contains("CONNECT_REFUSED TEST_CID_NOT_ALLOWED");
    }

    @Test
    void oneCidMayServeTwoLocations() {
        var first = connected();
        String second = newLocation();
        connect(second, first.merchant()).then().statusCode(200).body("accountId", not(equalTo(first.account())));
    }

    @Test
    void whoMayNotIsToldNoMoreThanNeeded() {
        String location = newLocation();
        String path = "/v1/locations/" + location + "/kakaopay";
        given().get(path).then().statusCode(401);
        as(TestIdentity.token("x").at("elsewhere", "integration:manage"))
                .get(path)
                .then()
                .statusCode(404);
        as(TestIdentity.token("x").at(location, "payment:read"))
                .get(path)
                .then()
                .statusCode(403);
        as(TestIdentity.token("x").at(location, "payment:read"))
                .body(connectRequest(TestMerchant.withSecretKey()))
                .put(path + "/connection")
                .then()
                .statusCode(403);
        as(TestIdentity.token("x").at(location, "payment:read"))
                .delete(path + "/connection?confirm=true")
                .then()
                .statusCode(403);
        assertThat(Db.accountsOf(location)).isZero();
    }

    @Test
    void aLocationThatIsNotThereCannotBeConnected() {
        TestMerchant merchant = TestMerchant.withSecretKey();
        connect("loc-nowhere", merchant).then().statusCode(404);
        assertThat(callsOf(merchant)).isEmpty();
    }

    @Test
    void aConnectMeantForAnOlderVersionIsRefusedBeforeKakaopayIsAsked() {
        String location = newLocation();
        TestMerchant merchant = TestMerchant.withSecretKey();
        administratorOf(location)
                .header("If-Match", "\"9\"")
                .body(connectRequest(merchant))
                .put("/v1/locations/{id}/kakaopay/connection", location)
                .then()
                .statusCode(412);
        assertThat(callsOf(merchant)).isEmpty();
    }

    @Test
    void theAccountsOfAnotherLocationAreNotShown() {
        var one = connected();
        String other = newLocation();
        Api.view(other).then().body("status", equalTo("NOT_CONNECTED")).body("otherAccounts", hasSize(0));
        view(one.location()).then().body("status", equalTo("CONNECTED"));
    }

    static List<Call> callsOf(TestMerchant merchant) {
        return KakaoPaySimulator.control().calls().stream()
                .filter(call -> merchant.cid().equals(call.cid()))
                .toList();
    }
}
