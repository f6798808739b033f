package com.coworkpay.payment.approval;

import com.coworkpay.payment.approval.ApprovalClaimStore.Claim;
import com.coworkpay.payment.domain.PaymentState.Waiting;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.PaymentStore;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The payer returns by the approval URL: approves exactly once, however often and however concurrently the URL is
/// requested. The request that gets the claim makes the call; all others are redirected at once with the current
/// status.
@ApplicationScoped
class ApprovePayment {

    /// The reason for a rejection may be gone when it is read, so the claim is tried again, a bounded number of times.
    private static final int MAX_CLAIMS = 3;

    private final ApprovalClaimStore claims;
    private final ExecuteApproval executeApproval;
    private final PaymentStore payments;
    private final PgTokens tokens;

    ApprovePayment(ApprovalClaimStore claims, ExecuteApproval executeApproval, PaymentStore payments, PgTokens tokens) {
        this.claims = claims;
        this.executeApproval = executeApproval;
        this.payments = payments;
        this.tokens = tokens;
    }

    /// Runs to its end even if the payer's browser disconnects. Empty if there is no such payment.
    public Uni<Optional<ReturnResult>> approveReturn(UUID id, SecretText pgToken) {
        return approveReturn(id, tokens.seal(id, pgToken), MAX_CLAIMS).memoize().indefinitely();
    }

    private Uni<Optional<ReturnResult>> approveReturn(UUID id, byte[] sealedToken, int claimsLeft) {
        return claims.byReturn(id, sealedToken)
                .chain(claim -> claim.isEmpty()
                        ? Uni.createFrom().item(Optional.<ReturnResult>empty())
                        : follow(claim.get(), sealedToken, claimsLeft - 1));
    }

    private Uni<Optional<ReturnResult>> follow(Claim claim, byte[] sealedToken, int claimsLeft) {
        PaymentSnapshot payment = claim.snapshot();
        return switch (claim.rejection()) {
            case null -> approve(payment);
            case ApprovalClaimRejection.NoChange _ -> unchanged(payment);
            case ApprovalClaimRejection.Cancel(Reason reason) -> cancel(payment, reason);
            case ApprovalClaimRejection.Retry _ ->
                claimsLeft > 0 ? approveReturn(payment.id(), sealedToken, claimsLeft) : unchanged(payment);
        };
    }

    private Uni<Optional<ReturnResult>> approve(PaymentSnapshot claimed) {
        return executeApproval.execute(claimed).map(status -> Optional.of(ReturnResult.of(claimed.payment(), status)));
    }

    private Uni<Optional<ReturnResult>> cancel(PaymentSnapshot found, Reason reason) {
        Waiting waiting = (Waiting) found.state();
        return payments.write(found, times -> waiting.cancel(reason, times))
                .chain(canceled -> canceled.isPresent()
                        ? Uni.createFrom().item(canceled.map(ReturnResult::of))
                        : payments.find(found.id())
                                .map(now -> now.map(PaymentSnapshot::payment).map(ReturnResult::of)));
    }

    private static Uni<Optional<ReturnResult>> unchanged(PaymentSnapshot found) {
        return Uni.createFrom().item(Optional.of(ReturnResult.of(found.payment())));
    }
}
