package com.coworkpay.payment.approval;

import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.CheckTimes;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.PaymentStore;
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

    private final PaymentStore payments;

    RecordLateApproval(PaymentStore payments) {
        this.payments = payments;
    }

    /// @return the payment with its approval; fails if it changed under each attempt, and the late inquiry finds the
    ///     approval then
    public Uni<Optional<Payment>> record(UUID id, ApprovalDetails approval) {
        return record(id, approval, MAX_ATTEMPTS);
    }

    private Uni<Optional<Payment>> record(UUID id, ApprovalDetails approval, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("payment " + id + " changed under every attempt"));
        }
        return payments.find(id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Payment>empty())
                        : record(found.get(), approval, attemptsLeft));
    }

    private Uni<Optional<Payment>> record(PaymentSnapshot found, ApprovalDetails approval, int attemptsLeft) {
        PaymentState state = found.state();
        if (state instanceof PaymentState.Paid || state instanceof PaymentState.Overpaid) {
            return Uni.createFrom().item(Optional.of(found.payment()));
        }
        if (!found.payment().status().isUnsettled()) {
            LOG.errorf(
                    "payment %s is %s and was paid at KakaoPay: an overpayment",
                    found.id(), found.payment().status());
        }
        return payments.write(found, times -> withApproval(state, approval, times))
                .chain(written -> written.isPresent()
                        ? Uni.createFrom().item(written)
                        : record(found.id(), approval, attemptsLeft - 1));
    }

    private static PaymentState withApproval(PaymentState state, ApprovalDetails approval, CheckTimes times) {
        return switch (state) {
            case PaymentState.Approving approving -> approving.approved(approval, times);
            case PaymentState.Unknown unknown -> unknown.approved(approval, times);
            case PaymentState.Waiting waiting -> waiting.lateApproval(approval, times);
            case PaymentState.Canceled canceled -> canceled.lateApproval(approval, times);
            case PaymentState.Failed failed -> failed.lateApproval(approval, times);
            case PaymentState.Paid _, PaymentState.Overpaid _ -> state;
            case PaymentState.Created _ ->
                throw new IllegalStateException(
                        "money on a payment without a TID: " + state.payment().id());
        };
    }
}
