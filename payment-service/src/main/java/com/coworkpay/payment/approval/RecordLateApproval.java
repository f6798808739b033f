package com.coworkpay.payment.approval;

import com.coworkpay.payment.approval.domain.PaymentSnapshot;
import com.coworkpay.payment.approval.persistence.PaymentSnapshotStore;
import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.persistence.PaymentTransitionStore;
import com.coworkpay.payment.persistence.TransitionResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// An approval at KakaoPay of a payment in a state that did not expect one: paid where the payment is the active one,
/// an overpayment everywhere else, nothing where it is already recorded.
@ApplicationScoped
public class RecordLateApproval {

    private static final Logger LOG = Logger.getLogger(RecordLateApproval.class);
    private static final int MAX_ATTEMPTS = 5;

    private final PaymentSnapshotStore snapshots;
    private final PaymentTransitionStore transitions;

    RecordLateApproval(PaymentSnapshotStore snapshots, PaymentTransitionStore transitions) {
        this.snapshots = snapshots;
        this.transitions = transitions;
    }

    /// @return fails if the payment changed under each attempt; the late inquiry finds the approval then
    public Uni<Optional<TransitionResult>> record(UUID id, ApprovalDetails approval) {
        return record(id, approval, MAX_ATTEMPTS);
    }

    private Uni<Optional<TransitionResult>> record(UUID id, ApprovalDetails approval, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("payment " + id + " changed under every attempt"));
        }
        return snapshots
                .find(id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<TransitionResult>empty())
                        : record(found.get(), approval, attemptsLeft));
    }

    private Uni<Optional<TransitionResult>> record(
            PaymentSnapshot payment, ApprovalDetails approval, int attemptsLeft) {
        Uni<Optional<TransitionResult>> transition =
                switch (payment.status()) {
                    case APPROVING, UNKNOWN -> transitions.paid(payment.id(), payment.version(), approval);
                    case WAITING, CANCELED, FAILED -> overpaid(payment, approval);
                    case PAID, OVERPAID ->
                        Uni.createFrom().item(Optional.of(new TransitionResult(payment.version(), payment.status())));
                    case CREATED ->
                        throw new IllegalStateException("money on a payment without a TID: " + payment.id());
                };
        return transition.chain(result ->
                result.isPresent() ? Uni.createFrom().item(result) : record(payment.id(), approval, attemptsLeft - 1));
    }

    private Uni<Optional<TransitionResult>> overpaid(PaymentSnapshot payment, ApprovalDetails approval) {
        LOG.errorf("payment %s is %s and was paid at KakaoPay: an overpayment", payment.id(), payment.status());
        return transitions.overpaid(payment.id(), payment.version(), approval);
    }
}
