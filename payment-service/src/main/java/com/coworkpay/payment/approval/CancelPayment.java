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

    private final PaymentStore payments;

    CancelPayment(PaymentStore payments) {
        this.payments = payments;
    }

    /// Empty if there is no such payment.
    public Uni<Optional<ReturnResult>> cancelReturn(UUID id, Reason reason) {
        return payments.find(id)
                .chain(found -> found.isPresent() && found.get().state() instanceof Waiting waiting
                        ? cancel(found.get(), waiting, reason)
                        : Uni.createFrom()
                                .item(found.map(PaymentSnapshot::payment).map(ReturnResult::of)))
                .memoize()
                .indefinitely();
    }

    private Uni<Optional<ReturnResult>> cancel(PaymentSnapshot found, Waiting waiting, Reason reason) {
        return payments.write(found, times -> waiting.cancel(reason, times))
                .chain(canceled -> canceled.isPresent()
                        ? Uni.createFrom().item(canceled.map(ReturnResult::of))
                        : returnResult(found.id()));
    }

    /// The payment's current status; nothing is changed.
    public Uni<Optional<ReturnResult>> returnResult(UUID id) {
        return payments.find(id)
                .map(found -> found.map(PaymentSnapshot::payment).map(ReturnResult::of));
    }
}
