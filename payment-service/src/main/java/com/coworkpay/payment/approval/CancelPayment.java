package com.coworkpay.payment.approval;

import com.coworkpay.payment.domain.PaymentState.Waiting;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.PaymentStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The payer returns by the cancel or the fail URL. That proves nothing about KakaoPay's side, but a payment that
/// is waiting can be cancelled safely: without our approve no money moves, and after this none is ever sent. One that
/// is being approved is left alone.
@ApplicationScoped
class CancelPayment {

    private static final int MAX_ATTEMPTS = 5;

    private final PaymentStore payments;

    CancelPayment(PaymentStore payments) {
        this.payments = payments;
    }

    /// Empty if there is no such payment.
    public Uni<Optional<ReturnResult>> cancelReturn(UUID id, Reason reason) {
        return cancelReturn(id, reason, MAX_ATTEMPTS).memoize().indefinitely();
    }

    private Uni<Optional<ReturnResult>> cancelReturn(UUID id, Reason reason, int attemptsLeft) {
        return payments.find(id)
                .chain(found ->
                        attemptsLeft > 0 && found.isPresent() && found.get().state() instanceof Waiting waiting
                                ? cancel(found.get(), waiting, reason, attemptsLeft)
                                : Uni.createFrom()
                                        .item(found.map(PaymentSnapshot::payment)
                                                .map(ReturnResult::of)));
    }

    /// What changed meanwhile may still be waiting: it is cancelled then.
    private Uni<Optional<ReturnResult>> cancel(
            PaymentSnapshot found, Waiting waiting, Reason reason, int attemptsLeft) {
        return payments.write(found, times -> waiting.cancel(reason, times))
                .chain(canceled -> canceled.isPresent()
                        ? Uni.createFrom().item(canceled.map(ReturnResult::of))
                        : cancelReturn(found.id(), reason, attemptsLeft - 1));
    }

    /// The payment's current status; nothing is changed.
    public Uni<Optional<ReturnResult>> returnResult(UUID id) {
        return payments.find(id)
                .map(found -> found.map(PaymentSnapshot::payment).map(ReturnResult::of));
    }
}
