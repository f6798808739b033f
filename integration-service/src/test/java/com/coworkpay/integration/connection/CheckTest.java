package com.coworkpay.integration.connection;

import static com.coworkpay.integration.Api.check;
import static com.coworkpay.integration.Api.connect;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.disconnect;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.paymentMethods;
import static com.coworkpay.integration.Api.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.coworkpay.integration.Api;
import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.integration.KakaoPaySimulator;
import com.coworkpay.integration.TestMerchant;
import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Merchant;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IntegrationServiceTest
class CheckTest {

    @AfterEach
    void noFaults() {
        KakaoPaySimulator.control().clearFaults();
    }

    @Test
    void aGoodKeyIsAcceptedByOrderWithoutAGhostOrder() {
        var connected = connected();
        long readies = readies(connected.merchant());
        check(connected.location())
                .then()
                .statusCode(200)
                .body("result", equalTo("ACCEPTED"))
                .body("accepted", equalTo(true));
        assertThat(readies(connected.merchant())).isEqualTo(readies).isEqualTo(1);
        assertThat(ConnectTest.callsOf(connected.merchant())).last().satisfies(call -> assertThat(call.endpoint())
                .isEqualTo(Endpoint.ORDER));
        assertThat(Db.auditOf(connected.location())).last().isEqualTo("CHECKED ACCEPTED");
    }

    @ParameterizedTest
    @CsvSource({"-721", "-723"})
    void aTidThatKakaopayForgotStillAcceptsTheKey(int code) {
        var connected = connected();
        KakaoPaySimulator.control().fault(Fault.code(Endpoint.ORDER, code));
        check(connected.location()).then().statusCode(200).body("result", equalTo("ACCEPTED"));
    }

    @Test
    void aKeyThatKakaopayKilledIsPublishedAndHidesKakaopayFromPayers() {
        var connected = connected();
        KakaoPaySimulator.control().revokeKey(connected.merchant().key());
        check(connected.location())
                .then()
                .statusCode(200)
                .body("result", equalTo("WRONG_KEY"))
                .body("accepted", equalTo(false))
                .body("message", containsString("refused the key"))
                .body("code", containsString("WRONG_KEY"))
                .body("version", equalTo(3));
        assertThat(Db.eventsOf(connected.location())).last().isEqualTo("coworkpay.credential.check_failed.v1@3");
        view(connected.location()).then().body("lastCheck.result", equalTo("WRONG_KEY"));
        paymentMethods(connected.location(), "BOOKING")
                .then()
                .body("offered", equalTo(false))
                .body("reasons.code", hasItem("CREDENTIAL_REFUSED"));
        KakaoPaySimulator.control()
                .merchant(Merchant.of(connected.merchant().cid())
                        .secretKey(connected.merchant().key())
                        .domain(KakaoPaySimulator.PUBLIC_BASE_URL));
        check(connected.location()).then().body("result", equalTo("ACCEPTED"));
        assertThat(Db.eventsOf(connected.location())).last().isEqualTo("coworkpay.integration.changed.v1@4");
        paymentMethods(connected.location(), "BOOKING").then().body("offered", equalTo(true));
    }

    @Test
    void onlinePaymentSwitchedOffIsAJudgement() {
        var connected = connected();
        KakaoPaySimulator.control()
                .merchant(Merchant.of(connected.merchant().cid())
                        .secretKey(connected.merchant().key())
                        .domain(KakaoPaySimulator.PUBLIC_BASE_URL)
                        .onlineEnabled(false));
        check(connected.location()).then().body("result", equalTo("NOT_ENABLED"));
        assertThat(Db.eventsOf(connected.location())).last().asString().startsWith("coworkpay.credential.check_failed");
    }

    @Test
    void noAnswerSaysNothingAboutTheKey() {
        var connected = connected();
        KakaoPaySimulator.control().fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE));
        check(connected.location())
                .then()
                .statusCode(200)
                .body("result", equalTo("NOT_REACHABLE"))
                .body("accepted", equalTo(false))
                .body("version", equalTo(2));
        assertThat(Db.eventsOf(connected.location())).hasSize(2);
        view(connected.location()).then().body("lastCheck.result", equalTo("ACCEPTED"));
        paymentMethods(connected.location(), "BOOKING").then().body("offered", equalTo(true));
        assertThat(Db.auditOf(connected.location())).last().isEqualTo("CHECKED NOT_REACHABLE");
    }

    @Test
    void aJudgementOnAKeyThatWasReplacedMeanwhileIsDropped() throws Exception {
        var connected = connected();
        var control = KakaoPaySimulator.control();
        long held = control.fault(Fault.of(Endpoint.ORDER, FaultKind.HOLD_BEFORE_EFFECT));
        try (var thread = Executors.newSingleThreadExecutor()) {
            var answer = thread.submit(() -> check(connected.location()));
            Awaitility.await().until(() -> control.holding(held));
            TestMerchant rotated =
                    TestMerchant.withSecretKey(connected.merchant().cid());
            connect(connected.location(), rotated).then().statusCode(200);
            control.release(held);
            answer.get().then().statusCode(200).body("result", equalTo("WRONG_KEY"));
        }
        view(connected.location())
                .then()
                .body("credentialVersion", equalTo(2))
                .body("lastCheck.result", equalTo("ACCEPTED"));
    }

    @Test
    void whatIsNotConnectedCannotBeChecked() {
        String location = newLocation();
        check(location).then().statusCode(409).body("type", equalTo("urn:coworkpay:problem:not-connected"));
        var connected = connected();
        disconnect(connected.location());
        check(connected.location()).then().statusCode(409);
    }

    @Test
    void theSentenceIsInTheCallersLanguage() {
        var connected = connected();
        Api.administratorOf(connected.location())
                .header("Accept-Language", "ko")
                .post("/v1/locations/{id}/kakaopay/connection/check", connected.location())
                .then()
                .body("message", equalTo("카카오페이가 키와 CID를 확인했습니다."));
    }

    private static long readies(TestMerchant merchant) {
        return KakaoPaySimulator.control().ledger().stream()
                .filter(effect ->
                        effect.kind() == EffectKind.READY && merchant.cid().equals(effect.cid()))
                .count();
    }
}
