package com.coworkpay.refund.ledger.messaging;

import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEvent;
import com.coworkpay.refund.domain.Amounts;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.domain.Role;
import com.coworkpay.refund.ledger.KeepPaidPayment;
import com.coworkpay.refund.ledger.domain.PaidPayment;
import com.coworkpay.refund.messaging.EventData;
import com.coworkpay.refund.messaging.PolicyJson;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// The ledger's source. Every event carries the payment's whole state: one that says "paid" or carries a surplus is
/// kept, whatever its type; the others tell nothing a refund stands on.
@ApplicationScoped
public class PaymentEvents {

    private static final List<String> STATES = List.of(
            "coworkpay.payment.initiated.v1",
            "coworkpay.payment.paid.v1",
            "coworkpay.payment.canceled.v1",
            "coworkpay.payment.failed.v1",
            "coworkpay.payment.surplus.v1",
            "coworkpay.payment.unsettled.v1",
            "coworkpay.payment.refunded.v1");

    private final EventConsumer consumer;
    private final KeepPaidPayment keepPaidPayment;

    PaymentEvents(EventConsumer consumer, KeepPaidPayment keepPaidPayment) {
        this.consumer = consumer;
        this.keepPaidPayment = keepPaidPayment;
    }

    @Incoming("payment-events")
    Uni<Void> consume(Message<byte[]> message) {
        return consumer.consume("refund-service/payments", message, this::handle);
    }

    private Uni<Void> handle(IncomingEvent event) {
        if (!STATES.contains(event.type())) {
            return Uni.createFrom().failure(new UnreadableEvent("unknown type"));
        }
        EventData data = EventData.of(event.data());
        boolean surplus = data.whole("surplusKrw") > 0;
        boolean paid = data.text("status").equals("SUCCEEDED");
        return paid || surplus
                ? keepPaidPayment.keep(read(data, surplus))
                : Uni.createFrom().voidItem();
    }

    private static PaidPayment read(EventData data, boolean surplus) {
        EventData payable = data.object("payable");
        return new PaidPayment(
                data.uuid("paymentId"),
                data.whole("version"),
                surplus,
                new Payable(data.text("locationId"), payable.word("type", PayableType.class), payable.text("id")),
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
                data.instant("approvedAt"));
    }

    private static Amounts amounts(EventData data) {
        try {
            return new Amounts(data.whole("totalKrw"), data.whole("vatKrw"), data.whole("taxFreeKrw"));
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
