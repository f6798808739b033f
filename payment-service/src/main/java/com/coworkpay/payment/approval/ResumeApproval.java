package com.coworkpay.payment.approval;

import com.coworkpay.payment.domain.PaymentState.Waiting;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.PaymentStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// The approvals that settlement sends, with the stored token.
@ApplicationScoped
public class ResumeApproval {

    private final ApprovalClaimStore claims;
    private final ExecuteApproval executeApproval;
    private final PaymentStore payments;

    ResumeApproval(ApprovalClaimStore claims, ExecuteApproval executeApproval, PaymentStore payments) {
        this.claims = claims;
        this.executeApproval = executeApproval;
        this.payments = payments;
    }

    /// Approve surely had no effect so far: it is sent, or the payment is cancelled where its payable is not to be paid
    /// any more.
    ///
    /// @return false where neither is possible now
    public Uni<Boolean> resume(PaymentSnapshot found, Waiting waiting) {
        return claims.resume(found.id(), found.payment().version()).chain(claim -> switch (claim.orElseThrow()
                .rejection()) {
            case null -> send(claim.orElseThrow().snapshot());
            case ApprovalClaimRejection.Cancel(Reason reason) ->
                payments.write(found, times -> waiting.cancel(reason, times)).replaceWith(true);
            case ApprovalClaimRejection.NoChange _, ApprovalClaimRejection.Retry _ ->
                Uni.createFrom().item(false);
        });
    }

    /// After an order inquiry that allows it.
    ///
    /// @return false where it may not be repeated (any more)
    public Uni<Boolean> repeat(PaymentSnapshot found) {
        return claims.repeat(found.id(), found.payment().version())
                .chain(claim ->
                        claim.isPresent() ? send(claim.get()) : Uni.createFrom().item(false));
    }

    private Uni<Boolean> send(PaymentSnapshot claim) {
        return executeApproval.execute(claim).replaceWith(true);
    }
}
