package com.coworkpay.payment.settlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.IntegrationStub;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Nobody drives the worker here: it runs as it does in an installation.
@PaymentServiceTest
@TestProfile(ScheduledSettlementTest.WithWorker.class)
class ScheduledSettlementTest {

    public static final class WithWorker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "coworkpay.payment.settlement.enabled", "true",
                    "coworkpay.payment.settlement.poll", "1s",
                    "coworkpay.payment.settlement.measure", "1s",
                    "coworkpay.credential.fresh-for", "1ms",
                    "coworkpay.payment.settlement.first-pause", "1s");
        }
    }

    private final TestShop shop = TestShop.open();

    @Test
    void aLostAnswerSettlesByItselfAndAnAbandonedPaymentExpires() {
        PendingPayment lost = shop.begin();
        String returnUrl = shop.pay(lost);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).forOrder(lost.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PROCESSING");
        PendingPayment abandoned = shop.begin();
        Worker.age(shop, abandoned.id(), Duration.ofMinutes(16));
        Db.move(abandoned.id(), "next_check_at = expires_at");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Db.status(lost.id())
                .equals("PAID"));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Db.status(abandoned.id())
                .equals("CANCELED"));
        assertThat(shop.approvals(lost.id())).isEqualTo(1);
    }

    @Test
    void aKeyPastItsFreshnessServesWhileIntegrationServiceIsUnavailable() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        IntegrationStub.unavailable(true);
        try {
            assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("SUCCEEDED");
        } finally {
            IntegrationStub.unavailable(false);
        }
    }

    @Test
    void whatAPersonMustSeeIsCounted() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.WRONG_AMOUNT).forOrder(payment.id()));
        shop.kakaoPay()
                .fault(Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE)
                        .times(50)
                        .forTid(tid(payment)));
        TestShop.visit(returnUrl);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> given().get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.startsWith("coworkpay_payments_manual_review") && !line.endsWith(" 0.0")));
        shop.kakaoPay().clearFaults();
    }

    private static String tid(PendingPayment payment) {
        return Db.text("select tid from payment where id = ?::uuid", payment.id());
    }
}
