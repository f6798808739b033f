package com.coworkpay.integration.connection;

import static com.coworkpay.integration.Api.as;
import static com.coworkpay.integration.Api.bookingSystem;
import static com.coworkpay.integration.Api.check;
import static com.coworkpay.integration.Api.connect;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.credential;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.paymentMethods;
import static com.coworkpay.integration.Api.paymentService;
import static com.coworkpay.integration.Api.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.coworkpay.integration.Api.Connected;
import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.integration.KakaoPaySimulator;
import com.coworkpay.integration.TestMerchant;
import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// What calls find out about a credential shows at once: on the page, in the offer, and in the events.
@IntegrationServiceTest
class CredentialStatusTest {

    @Inject
    RecheckRefusedCredentials recheck;

    @Test
    void aRefusalIsShownWithWhatToDoAndHidesKakaopay() {
        var connected = connected();
        report(connected, 1, "WRONG_KEY").then().statusCode(204);
        view(connected.location())
                .then()
                .body("status", equalTo("CREDENTIAL_REFUSED"))
                .body("refusal.reason", equalTo("WRONG_KEY"))
                .body("refusal.since", notNullValue())
                .body("refusal.whatToDo.en", containsString("Connect again with the newest key"))
                .body("refusal.whatToDo.ko", containsString("최신 키로 다시 연결"))
                .body("lastCheck.result", equalTo("WRONG_KEY"));
        paymentMethods(connected.location(), "BOOKING")
                .then()
                .body("offered", equalTo(false))
                .body("reasons.code", contains("CREDENTIAL_REFUSED"));
        credential(connected.account()).then().body("refused", equalTo(true));
        assertThat(Db.eventsOf(connected.location())).last().isEqualTo("coworkpay.credential.check_failed.v1@3");
        assertThat(Db.auditOf(connected.location())).contains("CHECKED WRONG_KEY");
    }

    @Test
    void theSameAgainChangesNothing() {
        var connected = connected();
        for (int i = 0; i < 5; i++) {
            report(connected, 1, "WRONG_KEY").then().statusCode(204);
        }
        assertThat(Db.versionOf(connected.location())).isEqualTo(3);
        assertThat(Db.auditOf(connected.location()).stream().filter("CHECKED WRONG_KEY"::equals))
                .hasSize(1);
    }

    @Test
    void theNextSuccessTheNextCheckAndANewKeyClearIt() {
        var success = refused();
        report(success, 1, "ACCEPTED").then().statusCode(204);
        isClear(success);
        var checked = refused();
        check(checked.location()).then().body("accepted", equalTo(true));
        isClear(checked);
        var rotated = refused();
        connect(
                        rotated.location(),
                        TestMerchant.withSecretKey(rotated.merchant().cid()))
                .then()
                .statusCode(200)
                .body("status", equalTo("CONNECTED"));
        isClear(rotated);
    }

    /// The key was replaced while a call was under way with the former one.
    @Test
    void ofAFormerKeyItSaysNothing() {
        var connected = connected();
        connect(
                        connected.location(),
                        TestMerchant.withSecretKey(connected.merchant().cid()))
                .then()
                .statusCode(200);
        report(connected, 1, "WRONG_KEY").then().statusCode(204);
        isClear(connected);
    }

    /// Calls without a return address say nothing about it.
    @Test
    void aSuccessDoesNotRegisterADomain() {
        var connected = connected();
        report(connected, 1, "DOMAIN_NOT_REGISTERED").then().statusCode(204);
        report(connected, 1, "ACCEPTED").then().statusCode(204);
        view(connected.location()).then().body("refusal.reason", equalTo("DOMAIN_NOT_REGISTERED"));
    }

    @Test
    void onlyTheSuitesOwnMachinesMaySaySoAndOnlyWhatJudges() {
        var connected = connected();
        String body = "{\"credentialVersion\":1,\"result\":\"WRONG_KEY\"}";
        String path = "/internal/accounts/" + connected.account() + "/credential-status";
        bookingSystem().body(body).post(path).then().statusCode(403);
        as(TestIdentity.token("minji").at(connected.location(), "integration:manage"))
                .body(body)
                .post(path)
                .then()
                .statusCode(403);
        report(connected, 1, "NOT_REACHABLE").then().statusCode(400).body("field", equalTo("result"));
        report(connected, 1, "QUITE_WRONG").then().statusCode(400);
        report(connected, 0, "WRONG_KEY").then().statusCode(400).body("field", equalTo("credentialVersion"));
        paymentService()
                .body(body)
                .post(
                        "/internal/accounts/{id}/credential-status",
                        UUID.randomUUID().toString())
                .then()
                .statusCode(404);
        isClear(connected);
    }

    /// One CID at two locations, its key replaced at one: the other's page says so without anybody asking there.
    @Test
    void aKeyThatIsReplacedAtOneLocationIsDeadAtTheOther() {
        var first = connected();
        String second = newLocation();
        connect(second, first.merchant())
                .then()
                .statusCode(200)
                .body("sameCidElsewhere", equalTo(1))
                .body("$", not(containsString(first.location())));
        connect(second, TestMerchant.withSecretKey(first.merchant().cid()))
                .then()
                .statusCode(200)
                .body("status", equalTo("CONNECTED"))
                .body("sameCidElsewhere", equalTo(1));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> view(first.location())
                .then()
                .body("status", equalTo("CREDENTIAL_REFUSED"))
                .body("refusal.reason", equalTo("WRONG_KEY"))
                .body("sameCidElsewhere", equalTo(1)));
        view(second).then().body("status", equalTo("CONNECTED")).body("refusal", nullValue());
    }

    /// What was put right at KakaoPay is offered again by itself, and asking in vain leaves no trace.
    @Test
    void aRefusedCredentialIsAskedForAgainByTheClock() throws SQLException {
        var connected = refused();
        KakaoPaySimulator.control().revokeKey(connected.merchant().key());
        longAgo(connected);
        recheck();
        assertThat(Db.versionOf(connected.location())).isEqualTo(3);
        view(connected.location()).then().body("refusal.reason", equalTo("WRONG_KEY"));
        KakaoPaySimulator.control()
                .merchant(Merchant.of(connected.merchant().cid())
                        .secretKey(connected.merchant().key())
                        .domain(KakaoPaySimulator.PUBLIC_BASE_URL));
        longAgo(connected);
        recheck();
        isClear(connected);
        paymentMethods(connected.location(), "BOOKING").then().body("offered", equalTo(true));
    }

    private void recheck() {
        recheck.recheckNow().await().atMost(Duration.ofSeconds(30));
    }

    private static void longAgo(Connected connected) throws SQLException {
        Db.execute(
                "update merchant_account set last_check_at = now() - interval '11 minutes' where id = ?",
                UUID.fromString(connected.account()));
    }

    private static Connected refused() {
        var connected = connected();
        report(connected, 1, "WRONG_KEY").then().statusCode(204);
        return connected;
    }

    private static void isClear(Connected connected) {
        view(connected.location()).then().body("status", equalTo("CONNECTED")).body("refusal", nullValue());
        credential(connected.account()).then().body("refused", equalTo(false));
    }

    private static Response report(Connected connected, long version, String result) {
        return paymentService()
                .body("{\"credentialVersion\":" + version + ",\"result\":\"" + result + "\"}")
                .post("/internal/accounts/{id}/credential-status", connected.account());
    }
}
