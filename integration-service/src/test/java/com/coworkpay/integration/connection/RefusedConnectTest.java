package com.coworkpay.integration.connection;

import static com.coworkpay.integration.Api.connect;
import static com.coworkpay.integration.Api.connectRequest;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.coworkpay.integration.Api;
import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.integration.KakaoPaySimulator;
import com.coworkpay.integration.TestMerchant;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Merchant;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each way in which KakaoPay refuses: told apart, in words that say what to do, and nothing stored.
@IntegrationServiceTest
class RefusedConnectTest {

    private String location = "";
    private final String cid = TestMerchant.newCid();
    private final String key = TestMerchant.newKey();

    @BeforeEach
    void aLocation() {
        location = newLocation();
    }

    @AfterEach
    void noFaults() {
        KakaoPaySimulator.control().clearFaults();
    }

    @Test
    void aWrongKey() {
        knows(merchant());
        refused("SECRET_KEY", TestMerchant.newKey(), cid, 422, "wrong-key").body("field", equalTo("key"));
    }

    @Test
    void aKeyOfTheOtherKind() {
        knows(merchant());
        refused("ADMIN_KEY", key, cid, 422, "wrong-key").body("field", equalTo("key"));
    }

    @Test
    void aWrongAdminKey() {
        knows(Merchant.of(cid).adminKey(key).domain(KakaoPaySimulator.PUBLIC_BASE_URL));
        refused("ADMIN_KEY", TestMerchant.newKey(), cid, 422, "wrong-key");
    }

    @Test
    void aWrongCid() {
        knows(merchant());
        refused("SECRET_KEY", key, TestMerchant.newCid(), 422, "wrong-cid").body("field", equalTo("cid"));
    }

    @Test
    void aSiteDomainThatIsNotRegisteredIsNamed() {
        knows(Merchant.of(cid).secretKey(key).domain("https://elsewhere.test"));
        refused("SECRET_KEY", key, cid, 422, "site-domain-not-registered")
                .body("detail", containsString(KakaoPaySimulator.PUBLIC_BASE_URL))
                .body("detail", containsString("https://portal.coworkpay.test"));
    }

    @Test
    void onlinePaymentNotSwitchedOn() {
        knows(merchant().onlineEnabled(false));
        refused("SECRET_KEY", key, cid, 422, "online-payment-not-enabled");
    }

    @Test
    void aQuotaThatIsUsedUp() {
        knows(merchant().quota(0));
        refused("SECRET_KEY", key, cid, 503, "kakaopay-quota-exceeded").header("Retry-After", notNullValue());
    }

    @Test
    void aServerAddressThatIsNotAllowed() {
        knows(merchant());
        KakaoPaySimulator.control().fault(Fault.code(Endpoint.READY, -798));
        refused("SECRET_KEY", key, cid, 422, "server-address-not-allowed");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {
                "NO_ANSWER_BEFORE",
                "NO_ANSWER_AFTER",
                "STATUS_BEFORE",
                "STATUS_AFTER",
                "RESET_BEFORE",
                "RESET_AFTER"
            })
    void noAnswer(FaultKind fault) {
        knows(merchant());
        KakaoPaySimulator.control().fault(Fault.of(Endpoint.READY, fault));
        refused("SECRET_KEY", key, cid, 503, "kakaopay-not-reachable").header("Retry-After", equalTo("30"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"MALFORMED_BODY", "HUGE_BODY"})
    void anAnswerNobodyCanRead(FaultKind fault) {
        knows(merchant());
        KakaoPaySimulator.control().fault(Fault.of(Endpoint.READY, fault));
        refused("SECRET_KEY", key, cid, 502, "kakaopay-unexpected-answer").body("code", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, -5, -797, -9999})
    void aCodeThatIsNotAboutTheKeyIsTold(int code) {
        knows(merchant());
        KakaoPaySimulator.control().fault(Fault.code(Endpoint.READY, code));
        refused("SECRET_KEY", key, cid, 502, "kakaopay-unexpected-answer")
                .body("detail", containsString(Integer.toString(code)))
                .body("code", containsString(Integer.toString(code)));
    }

    @Test
    void aRefusedNewKeyLeavesTheOldOneAtWork() {
        var connected = connected();
        connect(
                        connected.location(),
                        connectRequest(
                                "SECRET_KEY",
                                TestMerchant.newKey(),
                                connected.merchant().cid()))
                .then()
                .statusCode(422);
        view(connected.location())
                .then()
                .body("status", equalTo("CONNECTED"))
                .body("credentialVersion", equalTo(1))
                .body("lastCheck.result", equalTo("ACCEPTED"))
                .body("version", equalTo(2));
        Api.credential(connected.account())
                .then()
                .body("key", equalTo(connected.merchant().key()));
    }

    private Merchant merchant() {
        return Merchant.of(cid).secretKey(key).domain(KakaoPaySimulator.PUBLIC_BASE_URL);
    }

    private static void knows(Merchant merchant) {
        KakaoPaySimulator.control().merchant(merchant);
    }

    /// Connects, is refused, and finds that nothing but one audit row stayed behind.
    private ValidatableResponse refused(String kind, String tried, String triedCid, int status, String problem) {
        ValidatableResponse refusal = connect(location, connectRequest(kind, tried, triedCid))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:coworkpay:problem:" + problem))
                .body("detail", not(containsString(tried)));
        assertThat(Db.accountsOf(location)).isZero();
        assertThat(Db.count("select count(*) from kakaopay_settings where location_id = ?", location))
                .isZero();
        assertThat(Db.versionOf(location)).isEqualTo(1);
        assertThat(Db.eventsOf(location)).hasSize(1);
        assertThat(Db.auditOf(location)).hasSize(2).last().asString().startsWith("CONNECT_REFUSED ");
        return refusal;
    }
}
