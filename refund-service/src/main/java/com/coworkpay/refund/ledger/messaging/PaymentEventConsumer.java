package com.coworkpay.refund.ledger.messaging;

import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.StateTypes;
import com.coworkpay.refund.domain.Amounts;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.domain.Role;
import com.coworkpay.refund.ledger.RecordPaidPayments;
import com.coworkpay.refund.ledger.domain.PaidPayment;
import com.coworkpay.refund.messaging.PolicyJson;
import com.coworkpay.refund.messaging.TraceParents;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// The ledger's source. Every event carries the payment's whole state: one that says "paid" or carries an overpayment
/// is recorded, whatever its type; the others hold nothing that a refund needs.
@ApplicationScoped
public class PaymentEventConsumer {

    /// Far above KakaoPay's limits, and far below an overflow.
    private static final long MAX_KRW = 2_000_000_000L;

    private final EventConsumer consumer;
    private final RecordPaidPayments recordPaidPayments;

    PaymentEventConsumer(EventConsumer consumer, RecordPaidPayments recordPaidPayments) {
        this.consumer = consumer;
        this.recordPaidPayments = recordPaidPayments;
    }

    @Incoming("payment-events")
    Uni<Void> consume(Message<List<byte[]>> batch) {
        return consumer.consumeBatch("refund-service/payments", batch, this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        return recordPaidPayments.record(events.stream()
                .filter(StateTypes.OF_PAYMENTS::carriesState)
                .map(PaymentEventConsumer::paid)
                .flatMap(Optional::stream)
                .toList());
    }

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException
    static Optional<PaidPayment> paid(IncomingEvent event) {
        EventData data = EventData.of(event.data());
        boolean overpaid = data.whole("overpaidKrw", 0) > 0;
        boolean paid = data.text("status").equals("SUCCEEDED");
        return paid || overpaid ? Optional.of(read(data, overpaid, TraceParents.of(event))) : Optional.empty();
    }

    private static PaidPayment read(EventData data, boolean overpaid, @Nullable String traceparent) {
        EventData payable = data.object("payable");
        return new PaidPayment(
                data.uuid("paymentId"),
                data.whole("version", 1),
                overpaid,
                new Payable(data.locationId("locationId"), payable.word("type", PayableType.class), payable.id("id")),
                data.text("payerId"),
                data.word("ownerRole", Role.class),
                payable.textOrNull("resourceType"),
                payable.textOrNull("resourceId"),
                payable.instantOrNull("startAt"),
                payable.dayOrNull("day"),
                data.text("description"),
                amounts(data),
                policy(data),
                data.flag("live"),
                data.text("merchantAccountId"),
                data.text("cid"),
                data.text("tid"),
                data.instant("createdAt"),
                data.instant("approvedAt"),
                traceparent);
    }

    private static Amounts amounts(EventData data) {
        long totalKrw = data.whole("totalKrw");
        if (totalKrw < 1 || totalKrw > MAX_KRW) {
            throw data.unreadable("totalKrw", "between 1 and " + MAX_KRW);
        }
        try {
            return new Amounts(totalKrw, data.whole("vatKrw"), data.whole("taxFreeKrw"));
        } catch (IllegalArgumentException other) {
            throw data.unreadable("totalKrw", "the sum of its parts");
        }
    }

    private static @Nullable String policy(EventData data) {
        JsonNode policy = data.jsonOrNull("policy");
        if (policy == null) {
            return null;
        }
        try {
            PolicyJson.read(policy);
            return policy.toString();
        } catch (IllegalArgumentException other) {
            throw data.unreadable("policy", "one of the policies");
        }
    }
}
