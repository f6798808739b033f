package com.coworkpay.refund.intake;

import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.cancellation.ResolveStarts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Payments became known to be paid: recorded, and cancellations that were received before are decided. An overpayment
/// is refunded at once. Full-day bookings get their start before anything is decided about them.
@ApplicationScoped
class RecordPaidPayments {

    private final PaidPaymentStore payments;
    private final ResolveStarts resolveStarts;
    private final DecideCancellations decide;

    RecordPaidPayments(PaidPaymentStore payments, ResolveStarts resolveStarts, DecideCancellations decide) {
        this.payments = payments;
        this.resolveStarts = resolveStarts;
        this.decide = decide;
    }

    /// Repeatable: a second delivery finds everything decided.
    ///
    /// @param traceparents of their events: later work continues in these traces
    public Uni<Void> record(List<PaymentStateV1> paid, Map<UUID, @Nullable String> traceparents) {
        if (paid.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return payments.store(paid)
                .chain(() -> resolveStarts.of(paid.stream()
                        .filter(each -> each.payable().day() != null)
                        .map(PaymentStateV1::payableRef)
                        .toList()))
                .chain(() -> decide.ofPayables(
                        paid.stream().map(PaymentStateV1::payableRef).toList(), traceparents));
    }
}
