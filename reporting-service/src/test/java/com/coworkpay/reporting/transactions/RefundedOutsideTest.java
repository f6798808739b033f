package com.coworkpay.reporting.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.RefundEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.TestLocation;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Money that went back past this suite: at KakaoPay (its dashboard), which its ledger knows, and past KakaoPay, which
/// it
/// does not.
@ReportingServiceTest
class RefundedOutsideTest {

    private static final Instant AT = Instant.parse("2026-05-04T03:02:01Z");

    @Test
    void whatKakaoPaysDashboardGaveBackIsRefunded() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay();
        TestLocation.refund(RefundEvent.of(payment).outside(5_000, AT));
        JsonPath row = location.one(payment);
        assertThat(row.getString("transaction.status")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(row.getLong("transaction.refundedKrw")).isEqualTo(5_000);
        assertThat(row.getLong("transaction.netKrw")).isEqualTo(payment.total() - 5_000);
        assertThat(row.getString("transaction.refunds[0].origin")).isEqualTo("OUTSIDE");
        assertThat(row.getString("transaction.refunds[0].reason")).isEqualTo("REFUNDED_OUTSIDE");
    }

    /// A bank transfer: KakaoPay has the money still, so neither net nor status changes.
    @Test
    void whatWentBackElsewhereIsAnAmountOfItsOwn() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay();
        TestLocation.refund(RefundEvent.of(payment).elsewhere(payment.total()));
        JsonPath row = location.one(payment);
        assertThat(row.getString("transaction.status")).isEqualTo("SUCCEEDED");
        assertThat(row.getLong("transaction.refundedElsewhereKrw")).isEqualTo(payment.total());
        assertThat(row.getLong("transaction.refundedKrw")).isZero();
        assertThat(row.getLong("transaction.netKrw")).isEqualTo(payment.total());
        JsonPath totals = location.get("transactions/totals");
        assertThat(totals.getLong("refundedElsewhereKrw")).isEqualTo(payment.total());
        assertThat(totals.getLong("netKrw")).isEqualTo(payment.total());
        assertThat(totals.getLong("refundedCount")).isZero();
    }

    @Test
    void whatAPersonHasToLookAtSaysSinceWhenAndWhy() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment = location.pay();
        TestLocation.refund(RefundEvent.of(payment).requested(5_000, AT).inManualReview("UNSETTLED_TOO_LONG", AT));
        JsonPath row = location.one(payment);
        assertThat(row.getString("transaction.refunds[0].status")).isEqualTo("UNKNOWN");
        assertThat(row.getString("transaction.refunds[0].manualReviewSince")).isEqualTo("2026-05-04T03:02:01.000Z");
        assertThat(row.getString("transaction.refunds[0].manualReviewReason")).isEqualTo("UNSETTLED_TOO_LONG");
    }

    /// A zone of newer data than this process has: nothing is lost, and each answer says by which zone it goes.
    @Test
    void aZoneThatIsNotKnownHereIsNoDeadLetter() {
        TestLocation location = TestLocation.open("Asia/Tomorrow");
        PaymentEvent payment = location.pay();
        assertThat(location.get("transactions?from=2026-05-04&to=2026-05-04").getList("transactions"))
                .hasSize(1);
        assertThat(location.get("transactions").getString("timezone")).isEqualTo("Asia/Seoul");
        assertThat(KafkaProbe.eventsOf("reporting-service.dlq"))
                .noneMatch(letter ->
                        location.id().equals(letter.key()) || payment.id().equals(letter.key()));
    }
}
