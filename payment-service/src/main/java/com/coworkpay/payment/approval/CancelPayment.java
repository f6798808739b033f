package com.coworkpay.payment.approval;

import com.coworkpay.payment.approval.domain.PaymentSnapshot;
import com.coworkpay.payment.approval.persistence.PaymentSnapshotStore;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.persistence.PaymentTransitionStore;
import com.coworkpay.payment.persistence.TransitionResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The payer returns by the cancel or the fail URL. That proves nothing about KakaoPay's side, but a payment that
/// is waiting can be cancelled safely: without our approve no money moves, and after this none is ever sent. One that
/// is being approved is left alone.
@ApplicationScoped
public class CancelPayment {

    private final PaymentSnapshotStore snapshots;
    private final PaymentTransitionStore transitions;

    CancelPayment(PaymentSnapshotStore snapshots, PaymentTransitionStore transitions) {
        this.snapshots = snapshots;
        this.transitions = transitions;
    }

    /// Empty if there is no such payment.
    public Uni<Optional<ReturnResult>> cancelReturn(UUID id, Reason reason) {
        Uni<Optional<ReturnResult>> result = snapshots.find(id).chain(found -> found.filter(
                        payment -> payment.status() == PaymentStatus.WAITING)
                .map(payment -> transitions
                        .canceled(id, payment.version(), reason)
                        .chain(transition -> resultOf(payment, transition)))
                .orElseGet(() -> Uni.createFrom().item(found.map(CancelPayment::unchanged))));
        return result.memoize().indefinitely();
    }

    private Uni<Optional<ReturnResult>> resultOf(PaymentSnapshot payment, Optional<TransitionResult> transition) {
        return transition.isPresent()
                ? Uni.createFrom()
                        .item(Optional.of(new ReturnResult(
                                payment.id(),
                                payment.returnUrl(),
                                transition.get().status().publicStatus())))
                : returnResult(payment.id());
    }

    /// The payment's current status; nothing is changed.
    public Uni<Optional<ReturnResult>> returnResult(UUID id) {
        return snapshots.find(id).map(found -> found.map(CancelPayment::unchanged));
    }

    private static ReturnResult unchanged(PaymentSnapshot payment) {
        return new ReturnResult(
                payment.id(), payment.returnUrl(), payment.status().publicStatus());
    }
}
