package com.coworkpay.payment;

import static com.coworkpay.payment.support.TestShop.booking;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.payment.settlement.Worker;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.IntegrationStub;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestEnvironment;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Keys are rotated and revoked, and integration-service, which issues them, may be unavailable.
@PaymentServiceTest
class KeysTest {

    private final TestShop shop = TestShop.open();
    private final String cid = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    private final String first = "K1" + UUID.randomUUID().toString().replace("-", "");
    private final String second = "K2" + UUID.randomUUID().toString().replace("-", "");

    @AfterEach
    void integrationServiceIsBack() {
        IntegrationStub.unavailable(false);
    }

    private void merchant(String key) {
        shop.kakaoPay().merchant(Merchant.of(cid).secretKey(key).domain(TestEnvironment.PUBLIC_BASE));
    }

    private PendingPayment waiting() {
        merchant(first);
        IntegrationStub.account(shop.account(), cid, "SECRET_KEY", first, 1);
        Db.update("update location_replica set cid = ? where location_id = ?", cid, shop.location());
        return shop.begin();
    }

    @Test
    void aRotationInFlightIsNotNoticedByThePayer() {
        PendingPayment payment = waiting();
        String returnUrl = shop.pay(payment);
        merchant(second);
        IntegrationStub.account(shop.account(), cid, "SECRET_KEY", second, 2);
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("SUCCEEDED");
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    @Test
    void aRefusedKeyIsAnAlarmAndThePaymentContinuesWithAGoodKey() {
        PendingPayment payment = waiting();
        String returnUrl = shop.pay(payment);
        merchant(second);
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PENDING");
        assertThat(Db.status(payment.id())).isEqualTo("WAITING");
        assertThat(Worker.check(payment.id())).isEqualTo("WAITING");
        assertThat(shop.approvals(payment.id())).isZero();
        IntegrationStub.account(shop.account(), cid, "SECRET_KEY", second, 2);
        assertThat(Worker.check(payment.id())).isEqualTo("PAID");
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    @Test
    void theRetiredKeyIsTriedWhileItIsUsableAndNotAfterwards() {
        PendingPayment payment = waiting();
        String returnUrl = shop.pay(payment);
        // KakaoPay still accepts the retired key only; ours is newer, as during a rotation.
        IntegrationStub.rotated(
                shop.account(), cid, second, 2, first, Instant.now().minusSeconds(1));
        shop.switchOff("INVOICE");
        Db.update("update location_replica set cid = ? where location_id = ?", cid, shop.location());
        Awaitility.await()
                .until(() -> shop.initiate(booking("b-" + UUID.randomUUID())).statusCode() == 502);
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PENDING");
        IntegrationStub.rotated(
                shop.account(), cid, second, 2, first, Instant.now().plusSeconds(600));
        shop.switchOff("INVOICE");
        Awaitility.await()
                .until(() -> TestShop.statusAt(TestShop.visit(returnUrl)).equals("SUCCEEDED"));
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    @Test
    void aRecordWithoutAValueDoesNotStopTheConsumer() {
        KafkaProbe.publishRaw("integration.events", shop.location(), null);
        anEventAboutTheAccountDropsItsKeyFromMemoryAtOnce();
    }

    @Test
    void anEventAboutTheAccountDropsItsKeyFromMemoryAtOnce() {
        waiting();
        IntegrationStub.forget(shop.account());
        assertThat(shop.initiate(booking("b-" + UUID.randomUUID())).statusCode())
                .isEqualTo(201);
        shop.switchOff("INVOICE");
        Db.update("update location_replica set cid = ? where location_id = ?", cid, shop.location());
        Awaitility.await()
                .until(() -> shop.initiate(booking("b-" + UUID.randomUUID())).statusCode() == 502);
    }

    @Test
    void anAdminKeyReplacedByASecretKeyGoesOnThroughTodaysApi() {
        shop.kakaoPay().merchant(Merchant.of(cid).adminKey(first).domain(TestEnvironment.PUBLIC_BASE));
        IntegrationStub.account(shop.account(), cid, "ADMIN_KEY", first, 1);
        Db.update("update location_replica set cid = ? where location_id = ?", cid, shop.location());
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        merchant(second);
        IntegrationStub.account(shop.account(), cid, "SECRET_KEY", second, 2);
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("SUCCEEDED");
    }

    @Test
    void aKnownKeyServesWhileIntegrationServiceIsUnavailable() {
        PendingPayment payment = waiting();
        String returnUrl = shop.pay(payment);
        IntegrationStub.unavailable(true);
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("SUCCEEDED");
    }

    @Test
    void anUnknownKeyWhileItIsUnavailableIsNotSent() {
        IntegrationStub.unavailable(true);
        TestShop fresh = TestShop.open();
        var answer = fresh.initiate(booking("b-" + UUID.randomUUID()));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.<String>path("type")).isEqualTo("urn:coworkpay:problem:kakaopay-unreachable");
    }

    @Test
    void aDisconnectedAccountsWaitingPaymentMayFinish() {
        PendingPayment payment = waiting();
        String returnUrl = shop.pay(payment);
        shop.disconnect();
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("SUCCEEDED");
    }

    @Test
    void thePayerWhoseTokenWaitsCanBeSupersededSafely() {
        String bookingId = "b-" + UUID.randomUUID();
        waiting();
        PendingPayment stuck = shop.begin(bookingId);
        String returnUrl = shop.pay(stuck);
        merchant(second);
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PENDING");
        IntegrationStub.account(shop.account(), cid, "SECRET_KEY", second, 2);
        PendingPayment newer = shop.begin(bookingId);
        assertThat(Db.status(stuck.id())).isEqualTo("CANCELED");
        Worker.check(stuck.id());
        assertThat(TestShop.statusAt(TestShop.visit(shop.pay(newer)))).isEqualTo("SUCCEEDED");
        assertThat(shop.approvals(stuck.id())).isZero();
        assertThat(shop.calls(stuck.id(), Endpoint.APPROVE)).isEqualTo(1);
    }
}
