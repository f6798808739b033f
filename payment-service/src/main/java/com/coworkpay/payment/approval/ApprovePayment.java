package com.coworkpay.payment.approval;

import com.coworkpay.payment.approval.domain.ApprovalClaimRejection;
import com.coworkpay.payment.approval.domain.ApproveClaim;
import com.coworkpay.payment.approval.domain.PaymentSnapshot;
import com.coworkpay.payment.approval.persistence.ApprovalClaimStore;
import com.coworkpay.payment.approval.persistence.PaymentSnapshotStore;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.persistence.PaymentTransitionStore;
import com.coworkpay.payment.persistence.TransitionResult;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The payer returns by the approval URL: approves exactly once, however often and however concurrently the URL is
/// requested. The request that gets the claim makes the call; all others are redirected at once with the current
/// status.
@ApplicationScoped
public class ApprovePayment {

    /// The reason for a rejection may be gone when it is read, so the claim is tried again, a bounded number of times.
    private static final int MAX_CLAIMS = 3;

    private final ApprovalClaimStore claims;
    private final PaymentSnapshotStore snapshots;
    private final ExecuteApproval executeApproval;
    private final PaymentTransitionStore transitions;
    private final PgTokens tokens;

    ApprovePayment(
            ApprovalClaimStore claims,
            PaymentSnapshotStore snapshots,
            ExecuteApproval executeApproval,
            PaymentTransitionStore transitions,
            PgTokens tokens) {
        this.claims = claims;
        this.snapshots = snapshots;
        this.executeApproval = executeApproval;
        this.transitions = transitions;
        this.tokens = tokens;
    }

    /// Runs to its end even if the payer's browser disconnects. Empty if there is no such payment.
    public Uni<Optional<ReturnResult>> approveReturn(UUID id, SecretText pgToken) {
        return approveReturn(id, tokens.seal(id, pgToken), MAX_CLAIMS).memoize().indefinitely();
    }

    private Uni<Optional<ReturnResult>> approveReturn(UUID id, byte[] sealedToken, int claimsLeft) {
        return claims.byReturn(id, sealedToken)
                .chain(claim -> claim.isPresent()
                        ? approve(claim.get())
                        : snapshots.find(id).chain(found -> notClaimed(found, sealedToken, claimsLeft - 1)));
    }

    private Uni<Optional<ReturnResult>> approve(ApproveClaim claim) {
        return executeApproval
                .execute(claim)
                .map(status -> Optional.of(new ReturnResult(claim.id(), claim.returnUrl(), status)));
    }

    private Uni<Optional<ReturnResult>> notClaimed(
            Optional<PaymentSnapshot> found, byte[] sealedToken, int claimsLeft) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        PaymentSnapshot payment = found.get();
        return switch (ApprovalClaimRejection.of(payment)) {
            case ApprovalClaimRejection.NoChange _ -> unchanged(payment);
            case ApprovalClaimRejection.Cancel(Reason reason) -> cancel(payment, reason);
            case ApprovalClaimRejection.Retry _ ->
                claimsLeft > 0 ? approveReturn(payment.id(), sealedToken, claimsLeft) : unchanged(payment);
        };
    }

    private Uni<Optional<ReturnResult>> cancel(PaymentSnapshot payment, Reason reason) {
        return transitions.canceled(payment.id(), payment.version(), reason).chain(transition -> transition
                .map(TransitionResult::status)
                .map(status -> result(payment, status.publicStatus()))
                .orElseGet(() -> snapshots
                        .find(payment.id())
                        .map(now -> now.map(p -> new ReturnResult(
                                p.id(), p.returnUrl(), p.status().publicStatus())))));
    }

    private static Uni<Optional<ReturnResult>> unchanged(PaymentSnapshot payment) {
        return result(payment, payment.status().publicStatus());
    }

    private static Uni<Optional<ReturnResult>> result(PaymentSnapshot payment, PublicStatus status) {
        return Uni.createFrom().item(Optional.of(new ReturnResult(payment.id(), payment.returnUrl(), status)));
    }
}
