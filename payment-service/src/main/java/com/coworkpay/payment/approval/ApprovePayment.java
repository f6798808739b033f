package com.coworkpay.payment.approval;

import com.coworkpay.payment.approval.domain.ApproveClaim;
import com.coworkpay.payment.approval.domain.PaymentAtVisit;
import com.coworkpay.payment.approval.domain.WhyNotClaimed;
import com.coworkpay.payment.approval.persistence.ClaimApproval;
import com.coworkpay.payment.approval.persistence.PaymentsAtVisit;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.persistence.Moved;
import com.coworkpay.payment.persistence.PaymentMoves;
import com.coworkpay.platform.secret.SecretText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The payer comes back by the approval URL: approves exactly once, however often and however concurrently it is
/// visited. The visit that claims makes the call; all others are told how it stands and sent on at once.
@ApplicationScoped
public class ApprovePayment {

    /// What stood in the way of a claim may be gone at the look, so the claim is tried again, but not for ever.
    private static final int MOST_CLAIMS = 3;

    private final ClaimApproval claims;
    private final PaymentsAtVisit payments;
    private final CarryOutApproval carryOut;
    private final PaymentMoves moves;
    private final PgTokens tokens;

    ApprovePayment(
            ClaimApproval claims,
            PaymentsAtVisit payments,
            CarryOutApproval carryOut,
            PaymentMoves moves,
            PgTokens tokens) {
        this.claims = claims;
        this.payments = payments;
        this.carryOut = carryOut;
        this.moves = moves;
        this.tokens = tokens;
    }

    /// Goes on to its end even if the payer's browser is gone. Empty if there is no such payment.
    public Uni<Optional<Visited>> visit(UUID id, SecretText pgToken) {
        return visit(id, tokens.seal(id, pgToken), MOST_CLAIMS).memoize().indefinitely();
    }

    private Uni<Optional<Visited>> visit(UUID id, byte[] sealedToken, int claimsLeft) {
        return claims.byVisit(id, sealedToken)
                .chain(claim -> claim.isPresent()
                        ? approve(claim.get())
                        : payments.look(id).chain(found -> notClaimed(found, sealedToken, claimsLeft - 1)));
    }

    private Uni<Optional<Visited>> approve(ApproveClaim claim) {
        return carryOut.carryOut(claim).map(status -> Optional.of(new Visited(claim.id(), claim.returnUrl(), status)));
    }

    private Uni<Optional<Visited>> notClaimed(Optional<PaymentAtVisit> found, byte[] sealedToken, int claimsLeft) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        PaymentAtVisit payment = found.get();
        return switch (WhyNotClaimed.of(payment)) {
            case WhyNotClaimed.TellAsItIs _ -> tell(payment);
            case WhyNotClaimed.Cancel(Reason reason) -> cancel(payment, reason);
            case WhyNotClaimed.TryAgain _ ->
                claimsLeft > 0 ? visit(payment.id(), sealedToken, claimsLeft) : tell(payment);
        };
    }

    private Uni<Optional<Visited>> cancel(PaymentAtVisit payment, Reason reason) {
        return moves.canceled(payment.id(), payment.version(), reason).chain(moved -> moved.map(Moved::status)
                .map(status -> landed(payment, status.seenByPayer()))
                .orElseGet(() -> payments.look(payment.id())
                        .map(now -> now.map(p ->
                                new Visited(p.id(), p.returnUrl(), p.status().seenByPayer())))));
    }

    private static Uni<Optional<Visited>> tell(PaymentAtVisit payment) {
        return landed(payment, payment.status().seenByPayer());
    }

    private static Uni<Optional<Visited>> landed(PaymentAtVisit payment, PublicStatus status) {
        return Uni.createFrom().item(Optional.of(new Visited(payment.id(), payment.returnUrl(), status)));
    }
}
