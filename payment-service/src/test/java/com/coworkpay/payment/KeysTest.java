package com.coworkpay.payment;

import static com.coworkpay.payment.support.Shop.booking;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.IntegrationStub;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.Shop;
import com.coworkpay.payment.support.Shop.Begun;
import com.coworkpay.payment.support.Worker;
import com.coworkpay.payment.support.World;
import com.coworkpay.platform.testkit.KafkaProbe;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Keys are rotated, revoked, and kept by a neighbour that may be away.
@PaymentServiceTest
class KeysTest {

    private final Shop shop = Shop.open();
    private final String cid = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    private final String first = "K1" + UUID.randomUUID().toString().replace("-", "");
    private final String second = "K2" + UUID.randomUUID().toString().replace("-", "");

    @AfterEach
    void integrationServiceIsBack() {
        IntegrationStub.away(false);
    }

    private void merchant(String key) {
        shop.kakaoPay().merchant(Merchant.of(cid).secretKey(key).domain(World.PUBLIC_BASE));
    }

    private Begun waiting() {
        merchant(first);
        IntegrationStub.account(shop.account(), cid, "SECRET_KEY", first, 1);
        Db.update("update location_copy set cid = ? where location_id = ?", cid, shop.location());
        return shop.begin();
    }

    @Test
    void aRotationInFlightIsNotNoticedByThePayer() {
        Begun payment = waiting();
        String wayBack = shop.pay(payment);
        merchant(second);
        IntegrationStub.account(shop.account(), cid, "SECRET_KEY", second, 2);
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("SUCCEEDED");
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    @Test
    void aRefusedKeyIsAnAlarmAndThePaymentGoesOnWhenTheAccountIsWell() {
        Begun payment = waiting();
        String wayBack = shop.pay(payment);
        merchant(second);
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("PENDING");
        assertThat(Db.status(payment.id())).isEqualTo("WAITING");
        assertThat(Worker.look(payment.id())).isEqualTo("WAITING");
        assertThat(shop.approvals(payment.id())).isZero();
        IntegrationStub.account(shop.account(), cid, "SECRET_KEY", second, 2);
        assertThat(Worker.look(payment.id())).isEqualTo("PAID");
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    @Test
    void theFormerKeyIsTriedWhileItIsUsableAndNotAfterwards() {
        Begun payment = waiting();
        String wayBack = shop.pay(payment);
        // KakaoPay still takes the former key only; ours is newer, as a rotation may look for a moment.
        IntegrationStub.rotated(
                shop.account(), cid, second, 2, first, Instant.now().minusSeconds(1));
        shop.switchOff("INVOICE");
        Db.update("update location_copy set cid = ? where location_id = ?", cid, shop.location());
        Awaitility.await()
                .until(() -> shop.initiate(booking("b-" + UUID.randomUUID())).statusCode() == 502);
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("PENDING");
        IntegrationStub.rotated(
                shop.account(), cid, second, 2, first, Instant.now().plusSeconds(600));
        shop.switchOff("INVOICE");
        Awaitility.await().until(() -> Shop.statusAt(Shop.visit(wayBack)).equals("SUCCEEDED"));
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    @Test
    void aRecordWithoutAValueDoesNotDeafenIt() {
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
        Db.update("update location_copy set cid = ? where location_id = ?", cid, shop.location());
        Awaitility.await()
                .until(() -> shop.initiate(booking("b-" + UUID.randomUUID())).statusCode() == 502);
    }

    @Test
    void anAdminKeyReplacedByASecretKeyGoesOnThroughTodaysApi() {
        shop.kakaoPay().merchant(Merchant.of(cid).adminKey(first).domain(World.PUBLIC_BASE));
        IntegrationStub.account(shop.account(), cid, "ADMIN_KEY", first, 1);
        Db.update("update location_copy set cid = ? where location_id = ?", cid, shop.location());
        Begun payment = shop.begin();
        String wayBack = shop.pay(payment);
        merchant(second);
        IntegrationStub.account(shop.account(), cid, "SECRET_KEY", second, 2);
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("SUCCEEDED");
    }

    @Test
    void aKnownKeyServesWhileIntegrationServiceIsAway() {
        Begun payment = waiting();
        String wayBack = shop.pay(payment);
        IntegrationStub.away(true);
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("SUCCEEDED");
    }

    @Test
    void anUnknownKeyWhileItIsAwayIsNotSentAndSaysSo() {
        IntegrationStub.away(true);
        Shop fresh = Shop.open();
        var answer = fresh.initiate(booking("b-" + UUID.randomUUID()));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.<String>path("type")).isEqualTo("urn:coworkpay:problem:kakaopay-unreachable");
    }

    @Test
    void aDisconnectedAccountsWaitingPaymentMayFinish() {
        Begun payment = waiting();
        String wayBack = shop.pay(payment);
        shop.disconnect();
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("SUCCEEDED");
    }

    @Test
    void thePayerWhoseTokenWaitsCanBeSupersededSafely() {
        String bookingId = "b-" + UUID.randomUUID();
        waiting();
        Begun stuck = shop.begin(bookingId);
        String wayBack = shop.pay(stuck);
        merchant(second);
        assertThat(Shop.statusAt(Shop.visit(wayBack))).isEqualTo("PENDING");
        IntegrationStub.account(shop.account(), cid, "SECRET_KEY", second, 2);
        Begun newer = shop.begin(bookingId);
        assertThat(Db.status(stuck.id())).isEqualTo("CANCELED");
        Worker.look(stuck.id());
        assertThat(Shop.statusAt(Shop.visit(shop.pay(newer)))).isEqualTo("SUCCEEDED");
        assertThat(shop.approvals(stuck.id())).isZero();
        assertThat(shop.calls(stuck.id(), Endpoint.APPROVE)).isEqualTo(1);
    }
}
