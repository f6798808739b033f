package com.coworkpay.refund.intake;

import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.StateTypes;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.EventHandlers;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.refund.cancellation.TraceParents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// The ledger's source. Every event carries the payment's whole state: one that says "paid" or carries an overpayment
/// is recorded, whatever its type; the others hold nothing that a refund needs.
@ApplicationScoped
class PaymentEventConsumer implements EventHandlers {

    private final EventConsumer consumer;
    private final RecordPaidPayments recordPaidPayments;

    PaymentEventConsumer(EventConsumer consumer, RecordPaidPayments recordPaidPayments) {
        this.consumer = consumer;
        this.recordPaidPayments = recordPaidPayments;
    }

    @Override
    public Map<String, Function<List<IncomingEvent>, Uni<Void>>> byChannel() {
        return Map.of("payment-events", this::handle);
    }

    @Incoming("payment-events")
    Uni<Void> consume(Message<List<byte[]>> batch) {
        return consumer.consumeBatch("refund-service/payments", batch, this::handle);
    }

    private Uni<Void> handle(List<IncomingEvent> events) {
        List<PaymentStateV1> paid = new ArrayList<>();
        Map<UUID, @Nullable String> traceparents = new HashMap<>();
        for (IncomingEvent event : events) {
            if (StateTypes.PAYMENTS.include(event)) {
                PaymentStateV1 payment = PaymentStateV1.read(event.data());
                if (payment.isMoneyTaken()) {
                    paid.add(payment);
                    traceparents.put(payment.paymentId(), TraceParents.of(event));
                }
            }
        }
        return recordPaidPayments.record(paid, traceparents);
    }
}
