package com.coworkpay.reporting.projection.messaging;

import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.reporting.projection.domain.LocationState;
import com.coworkpay.reporting.projection.domain.PayableType;
import com.coworkpay.reporting.projection.domain.PaymentState;
import com.coworkpay.reporting.projection.domain.PaymentStatus;
import com.coworkpay.reporting.projection.domain.RefundLine;
import com.coworkpay.reporting.projection.domain.RefundsState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Maps events to the states that they carry. An event's type says only what changed, so all of a topic are read alike.
public final class EventMapper {

    /// More than any payment of at least a won per refund will ever see.
    private static final int MAX_REFUNDS = 1000;

    private EventMapper() {}

    /// @throws UnreadableEvent
    public static PaymentState payment(IncomingEvent event) {
        EventData data = data(event);
        EventData payable = data.object("payable");
        long total = data.whole("totalKrw");
        if (total <= 0 || total != amount(data, "supplyKrw") + amount(data, "vatKrw") + amount(data, "taxFreeKrw")) {
            throw data.unreadable("totalKrw", "the sum of its parts");
        }
        return new PaymentState(
                data.uuid("paymentId"),
                data.whole("version"),
                event.time(),
                data.locationId("locationId"),
                data.flag("live"),
                data.word("status", PaymentStatus.class),
                data.textOrNull("reason"),
                payable.word("type", PayableType.class),
                payable.text("id"),
                data.text("payerId"),
                data.text("description"),
                total,
                data.whole("vatKrw"),
                data.whole("taxFreeKrw"),
                amount(data, "overpaidKrw"),
                data.textOrNull("method"),
                data.textOrNull("cardCompany"),
                data.textOrNull("tid"),
                data.instant("createdAt"),
                data.instantOrNull("approvedAt"),
                data.instantOrNull("canceledAt"),
                data.instantOrNull("failedAt"));
    }

    /// @throws UnreadableEvent
    public static RefundsState refunds(IncomingEvent event) {
        EventData data = data(event);
        List<RefundLine> lines = data.objects("refunds", MAX_REFUNDS).stream()
                .map(EventMapper::line)
                .toList();
        return new RefundsState(
                data.uuid("paymentId"),
                data.whole("version"),
                event.time(),
                data.locationId("locationId"),
                data.flag("live"),
                amount(data, "refundedKrw"),
                amount(data, "refundedVatKrw"),
                amount(data, "refundedTaxFreeKrw"),
                amount(data, "reservedKrw"),
                // Events of before there was such a thing lack it.
                data.wholeOrNull("refundedElsewhereKrw") == null ? 0 : amount(data, "refundedElsewhereKrw"),
                lines);
    }

    /// @throws UnreadableEvent
    public static LocationState location(IncomingEvent event) {
        EventData data = data(event);
        return new LocationState(
                data.locationId("locationId"),
                data.whole("version"),
                event.time(),
                data.text("title"),
                data.text("timezone"),
                data.text("locale"));
    }

    private static RefundLine line(EventData data) {
        return new RefundLine(
                data.uuid("refundId"),
                status(data),
                data.text("origin"),
                data.text("reason"),
                amount(data, "amountKrw"),
                amount(data, "vatKrw"),
                amount(data, "taxFreeKrw"),
                data.textOrNull("cancellationId"),
                data.textOrNull("failure"),
                data.textOrNull("aid"),
                data.instant("requestedAt"),
                data.instantOrNull("canceledAt"),
                manualReviewSince(data),
                data.textOrNull("manualReviewReason"));
    }

    /// Older events told by a status of its own that a person has to look; what is known of the money is the same.
    private static String status(EventData refund) {
        String status = refund.text("status");
        return status.equals("NEEDS_ATTENTION") ? "UNKNOWN" : status;
    }

    private static @Nullable Instant manualReviewSince(EventData refund) {
        Instant since = refund.instantOrNull("manualReviewSince");
        return since == null ? refund.instantOrNull("attentionSince") : since;
    }

    private static EventData data(IncomingEvent event) {
        EventData data = EventData.of(event.data());
        if (data.whole("version") < 1) {
            throw data.unreadable("version", "at least 1");
        }
        return data;
    }

    private static long amount(EventData data, String name) {
        long won = data.whole(name);
        if (won < 0) {
            throw data.unreadable(name, "0 or more");
        }
        return won;
    }
}
