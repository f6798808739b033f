package com.coworkpay.integration.connection;

import static com.coworkpay.integration.Api.administratorOf;
import static com.coworkpay.integration.Api.connect;
import static com.coworkpay.integration.Api.connectRequest;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.credential;
import static com.coworkpay.integration.Api.disconnect;
import static com.coworkpay.integration.Api.settings;
import static com.coworkpay.integration.Api.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.coworkpay.integration.Api;
import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.integration.KakaoPaySimulator;
import com.coworkpay.integration.TestMerchant;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Merchant;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A new key, another CID, and the way back to a former one.
@IntegrationServiceTest
class RotationTest {

    @Test
    void theSameCidWithANewKeyIsARotation() throws Exception {
        var before = connected();
        TestMerchant rotated = TestMerchant.withSecretKey(before.merchant().cid());
        connect(before.location(), rotated)
                .then()
                .statusCode(200)
                .body("accountId", equalTo(before.account()))
                .body("credentialVersion", equalTo(2))
                .body("version", equalTo(3));
        credential(before.account())
                .then()
                .statusCode(200)
                .body("key", equalTo(rotated.key()))
                .body("version", equalTo(2))
                .body("previous.key", equalTo(before.merchant().key()))
                .body("previous.kind", equalTo("SECRET_KEY"))
                .body("previous.version", equalTo(1))
                .body("previous.usableUntil", notNullValue());
        assertThat(Db.auditOf(before.location())).contains("ROTATED DONE");
        Db.execute(
                "update credential set superseded_at = now() - interval '10 minutes 1 second' where account_id = ? and version = 1",
                UUID.fromString(before.account()));
        credential(before.account()).then().body("version", equalTo(2)).body("previous", nullValue());
    }

    @Test
    void theFormerKeyIsUsableForTenMinutes() {
        var before = connected();
        connect(before.location(), TestMerchant.withSecretKey(before.merchant().cid()));
        String until = credential(before.account()).path("previous.usableUntil");
        assertThat(Db.column(
                        "select (date_trunc('milliseconds', superseded_at) + interval '10 minutes' = cast(? as timestamptz))"
                                + " from credential where account_id = ? and version = 1",
                        until,
                        UUID.fromString(before.account())))
                .containsExactly("t");
    }

    @Test
    void anAdminKeyIsReplacedByASecretKeyOfTheSameCid() {
        String location = Api.newLocation();
        TestMerchant admin = TestMerchant.withAdminKey();
        String account = connect(location, admin).path("accountId");
        TestMerchant secret = TestMerchant.withSecretKey(admin.cid());
        connect(location, secret)
                .then()
                .statusCode(200)
                .body("accountId", equalTo(account))
                .body("credentialKind", equalTo("SECRET_KEY"));
        credential(account).then().body("kind", equalTo("SECRET_KEY")).body("previous.kind", equalTo("ADMIN_KEY"));
    }

    @Test
    void theSameKeyAgainDoesNotPushTheFormerOneOut() {
        var before = connected();
        TestMerchant rotated = TestMerchant.withSecretKey(before.merchant().cid());
        connect(before.location(), rotated);
        connect(before.location(), rotated).then().statusCode(200).body("credentialVersion", equalTo(2));
        credential(before.account())
                .then()
                .body("version", equalTo(2))
                .body("previous.key", equalTo(before.merchant().key()));
        assertThat(Db.auditOf(before.location())).contains("CONFIRMED DONE");
    }

    @Test
    void anotherCidIsAnotherAccountAndTheFormerOneIsKept() {
        var before = connected();
        settings(before.location(), "{\"payables\":{\"INVOICE\":false}}").then().statusCode(200);
        TestMerchant other = TestMerchant.withSecretKey();
        String second = connect(before.location(), other)
                .then()
                .statusCode(200)
                .body("cid", equalTo(other.cid()))
                .body("otherAccounts.accountId", contains(before.account()))
                .body("otherAccounts.status", contains("RETIRED"))
                .body("payables.INVOICE", equalTo(false))
                .extract()
                .path("accountId");
        assertThat(second).isNotEqualTo(before.account());
        credential(before.account())
                .then()
                .statusCode(200)
                .body("key", equalTo(before.merchant().key()));
        connect(before.location(), before.merchant())
                .then()
                .statusCode(200)
                .body("accountId", equalTo(before.account()))
                .body("credentialVersion", equalTo(1))
                .body("otherAccounts.accountId", contains(second));
        assertThat(Db.accountsOf(before.location())).isEqualTo(2);
    }

    @Test
    void aDisconnectedCidIsRevivedWithItsAccountAndAllSwitchesOn() {
        var before = connected();
        settings(before.location(), "{\"automaticRefunds\":false}").then().statusCode(200);
        disconnect(before.location()).then().statusCode(200);
        connect(before.location(), before.merchant())
                .then()
                .statusCode(200)
                .body("status", equalTo("CONNECTED"))
                .body("accountId", equalTo(before.account()))
                .body("disconnectedAt", nullValue())
                .body("automaticRefunds", equalTo(true));
    }

    /// The key is the former one; the connection is not.
    @Test
    void whoConnectsAnewWithTheSameKeyIsWhoConnected() {
        var before = connected();
        Instant first = Instant.parse(view(before.location()).path("connectedAt"));
        Instant ended = Instant.parse(disconnect(before.location()).path("disconnectedAt"));
        Response anew = administratorOf(before.location(), "jun")
                .body(Api.connectRequest(before.merchant()))
                .put("/v1/locations/{id}/kakaopay/connection", before.location());
        anew.then().statusCode(200).body("credentialVersion", equalTo(1)).body("connectedBy", equalTo("jun"));
        Instant second = Instant.parse(anew.path("connectedAt"));
        assertThat(second).isAfter(first).isAfterOrEqualTo(ended);
        connect(before.location(), before.merchant()).then().body("connectedBy", equalTo("jun"));
        TestMerchant rotated = TestMerchant.withSecretKey(before.merchant().cid());
        Response other = connect(before.location(), rotated);
        other.then().statusCode(200).body("connectedBy", equalTo("minji"));
        assertThat(Instant.parse(other.path("connectedAt"))).isAfter(second);
    }

    @Test
    void ofTwoAdministratorsAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        String location = Api.newLocation();
        TestMerchant one = TestMerchant.withSecretKey();
        TestMerchant other = TestMerchant.withSecretKey();
        var control = KakaoPaySimulator.control();
        long held = control.fault(
                Fault.of(Endpoint.READY, FaultKind.HOLD_AFTER_EFFECT).times(2));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit((Callable<Response>) () -> connect(location, one));
            var second = threads.submit((Callable<Response>) () -> connect(location, other));
            Awaitility.await()
                    .until(() -> ConnectTest.callsOf(one).size()
                                    + ConnectTest.callsOf(other).size()
                            == 2);
            Awaitility.await().until(() -> control.release(held) >= 0 && first.isDone() && second.isDone());
            assertThat(List.of(first.get().statusCode(), second.get().statusCode()))
                    .containsExactlyInAnyOrder(200, 409);
            Response loser = first.get().statusCode() == 409 ? first.get() : second.get();
            loser.then().body("type", equalTo("urn:coworkpay:problem:changed-meanwhile"));
        } finally {
            control.clearFaults();
        }
        assertThat(Db.accountsOf(location)).isEqualTo(1);
        assertThat(Db.auditOf(location)).contains("CONNECTED DONE", "CONNECT_REFUSED CHANGED_MEANWHILE");
    }

    @Test
    void aRotationWhoseOldKeyKakaopayKilledAlreadyIsFine() {
        var before = connected();
        String key = TestMerchant.newKey();
        KakaoPaySimulator.control()
                .merchant(
                        Merchant.of(before.merchant().cid()).secretKey(key).domain(KakaoPaySimulator.PUBLIC_BASE_URL));
        Api.check(before.location()).then().body("result", equalTo("WRONG_KEY"));
        connect(
                        before.location(),
                        connectRequest("SECRET_KEY", key, before.merchant().cid()))
                .then()
                .statusCode(200)
                .body("lastCheck.result", equalTo("ACCEPTED"));
        view(before.location()).then().body("credential", not(equalTo("")));
    }
}
