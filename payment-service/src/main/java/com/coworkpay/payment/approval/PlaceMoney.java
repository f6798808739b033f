package com.coworkpay.payment.approval;

import com.coworkpay.payment.approval.domain.PaymentAtVisit;
import com.coworkpay.payment.approval.persistence.PaymentsAtVisit;
import com.coworkpay.payment.domain.Money;
import com.coworkpay.payment.persistence.Moved;
import com.coworkpay.payment.persistence.PaymentMoves;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Money that KakaoPay took for a payment in a state that nobody expected: paid where the payment holds its slot,
/// surplus everywhere else, nothing where it is already known.
@ApplicationScoped
public class PlaceMoney {

    private static final Logger LOG = Logger.getLogger(PlaceMoney.class);
    private static final int MOST_TRIES = 5;

    private final PaymentsAtVisit payments;
    private final PaymentMoves moves;

    PlaceMoney(PaymentsAtVisit payments, PaymentMoves moves) {
        this.payments = payments;
        this.moves = moves;
    }

    /// @return fails if the payment changed under each of its tries; the late look finds the money then
    public Uni<Optional<Moved>> place(UUID id, Money money) {
        return place(id, money, MOST_TRIES);
    }

    private Uni<Optional<Moved>> place(UUID id, Money money, int triesLeft) {
        if (triesLeft == 0) {
            return Uni.createFrom().failure(new IllegalStateException("payment " + id + " changed under every try"));
        }
        return payments.look(id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Moved>empty())
                        : place(found.get(), money, triesLeft));
    }

    private Uni<Optional<Moved>> place(PaymentAtVisit payment, Money money, int triesLeft) {
        Uni<Optional<Moved>> move =
                switch (payment.status()) {
                    case APPROVING, UNKNOWN -> moves.paid(payment.id(), payment.version(), money);
                    case WAITING, CANCELED, FAILED -> surplus(payment, money);
                    case PAID, SURPLUS ->
                        Uni.createFrom().item(Optional.of(new Moved(payment.version(), payment.status())));
                    case CREATED ->
                        throw new IllegalStateException("money on a payment without a TID: " + payment.id());
                };
        return move.chain(
                moved -> moved.isPresent() ? Uni.createFrom().item(moved) : place(payment.id(), money, triesLeft - 1));
    }

    private Uni<Optional<Moved>> surplus(PaymentAtVisit payment, Money money) {
        LOG.errorf("payment %s is %s and was paid at KakaoPay: surplus", payment.id(), payment.status());
        return moves.surplus(payment.id(), payment.version(), money);
    }
}
