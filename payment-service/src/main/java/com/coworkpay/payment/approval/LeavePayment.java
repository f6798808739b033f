package com.coworkpay.payment.approval;

import com.coworkpay.payment.approval.domain.PaymentAtVisit;
import com.coworkpay.payment.approval.persistence.PaymentsAtVisit;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.persistence.Moved;
import com.coworkpay.payment.persistence.PaymentMoves;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The payer comes back by the cancel or the fail URL. That proves nothing about KakaoPay's side, but a payment that
/// is waiting can be cancelled safely: without our approve no money moves, and after this none is ever sent. One that
/// is being approved is left alone.
@ApplicationScoped
public class LeavePayment {

    private final PaymentsAtVisit payments;
    private final PaymentMoves moves;

    LeavePayment(PaymentsAtVisit payments, PaymentMoves moves) {
        this.payments = payments;
        this.moves = moves;
    }

    /// Empty if there is no such payment.
    public Uni<Optional<Visited>> leave(UUID id, Reason reason) {
        Uni<Optional<Visited>> visit = payments.look(id)
                .chain(found -> found.filter(payment -> payment.status() == PaymentStatus.WAITING)
                        .map(payment -> moves.canceled(id, payment.version(), reason)
                                .chain(moved -> afterwards(payment, moved)))
                        .orElseGet(() -> Uni.createFrom().item(found.map(LeavePayment::asItIs))));
        return visit.memoize().indefinitely();
    }

    private Uni<Optional<Visited>> afterwards(PaymentAtVisit payment, Optional<Moved> moved) {
        return moved.isPresent()
                ? Uni.createFrom()
                        .item(Optional.of(new Visited(
                                payment.id(),
                                payment.returnUrl(),
                                moved.get().status().seenByPayer())))
                : look(payment.id());
    }

    /// How a payment stands, without touching it.
    public Uni<Optional<Visited>> look(UUID id) {
        return payments.look(id).map(found -> found.map(LeavePayment::asItIs));
    }

    private static Visited asItIs(PaymentAtVisit payment) {
        return new Visited(payment.id(), payment.returnUrl(), payment.status().seenByPayer());
    }
}
