package com.coworkpay.tools.local.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NoticesOfOrderTest {
    private static final String PAID = "coworkpay.notice.payment_paid.v1";
    private static final String CANCELED = "coworkpay.notice.payment_canceled.v1";
    private static final String REFUNDED = "coworkpay.notice.refunded.v1";
    private static final String DECLINED = "coworkpay.notice.refund_declined.v1";

    private static JsonObject payment(String id, long version, String status) {
        return new JsonObject()
                .put("paymentId", id)
                .put("version", version)
                .put("status", status)
                .put("totalKrw", 22_000)
                .put("occurredAt", "2026-12-01T00:00:0" + version + ".000Z");
    }

    private static JsonObject refund(String payment, String refund, long version, long refundedKrw) {
        return new JsonObject()
                .put("paymentId", payment)
                .put("version", version)
                .put("status", "REFUNDED")
                .put("refundId", refund)
                .put("cancellationId", "c-1")
                .put("refundedKrw", refundedKrw);
    }

    @Test
    void theHighestVersionOfAPaymentCountsInAnyOrder() {
        var late = NoticesOfOrder.NOTHING
                .and(PAID, payment("p", 4, "SUCCEEDED"))
                .and(CANCELED, payment("p", 2, "CANCELED"));
        assertThat(late.paid()).isNotNull();
        assertThat(late).isEqualTo(late.and(PAID, payment("p", 4, "SUCCEEDED")));
    }

    @Test
    void anAttemptThatWasSupersededHidesNotTheOneThatPaid() {
        var notified = NoticesOfOrder.NOTHING
                .and(CANCELED, payment("first", 2, "CANCELED"))
                .and(PAID, payment("second", 3, "SUCCEEDED"))
                .and(CANCELED, payment("third", 5, "CANCELED"));
        assertThat(Objects.requireNonNull(notified.paid()).getString("paymentId"))
                .isEqualTo("second");
    }

    @Test
    void refundsAddUpAsTheNoticesSayAndOfOtherPaymentsNothing() {
        var notified = NoticesOfOrder.NOTHING
                .and(PAID, payment("p", 4, "SUCCEEDED"))
                .and(REFUNDED, refund("p", "r-2", 3, 12_000))
                .and(REFUNDED, refund("p", "r-1", 2, 5_000))
                .and(REFUNDED, refund("other", "r-9", 2, 22_000));
        assertThat(notified.refundedKrw()).isEqualTo(12_000);
        assertThat(notified.about("c-1")).isNotNull();
        assertThat(notified.about("c-2")).isNull();
    }

    @Test
    void whatIsDeclinedIsKnownByItsCancellation() {
        var declined = refund("p", "none", 2, 0)
                .put("status", "REFUND_DECLINED")
                .putNull("refundId")
                .put("cancellationId", "c-7");
        var notified =
                NoticesOfOrder.NOTHING.and(PAID, payment("p", 4, "SUCCEEDED")).and(DECLINED, declined);
        assertThat(Objects.requireNonNull(notified.about("c-7")).getString("status"))
                .isEqualTo("REFUND_DECLINED");
        assertThat(notified.refundedKrw()).isZero();
    }

    @Test
    void itIsTheSameAfterBeingWritten() {
        var notified = NoticesOfOrder.NOTHING
                .and(PAID, payment("p", 4, "SUCCEEDED"))
                .and(REFUNDED, refund("p", "r-1", 2, 5_000));
        assertThat(NoticesOfOrder.of(new JsonObject(notified.json().encode()))).isEqualTo(notified);
    }
}
