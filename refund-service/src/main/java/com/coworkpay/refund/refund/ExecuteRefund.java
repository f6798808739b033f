package com.coworkpay.refund.refund;

import com.coworkpay.kakaopay.connector.Cancellation;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.Movement;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.AwaitingApproval;
import com.coworkpay.refund.domain.RefundState.Failed;
import com.coworkpay.refund.domain.RefundState.InFlight;
import com.coworkpay.refund.domain.RefundState.Requested;
import com.coworkpay.refund.domain.RefundState.Succeeded;
import com.coworkpay.refund.domain.RefundState.Unknown;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.ledger.CorrectLedger;
import com.coworkpay.refund.ledger.LedgerStore;
import com.coworkpay.refund.ledger.LedgerStore.Change;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import com.coworkpay.refund.ledger.TransitionMetrics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/// The second and third step of a refund that was claimed: calls KakaoPay once, then records the answer. Used by the
/// execution worker and, for a repeat, by the settlement worker.
@ApplicationScoped
public class ExecuteRefund {

    private static final Logger LOG = Logger.getLogger(ExecuteRefund.class);

    private final KakaoPayGateway kakaoPay;
    private final CancelClaimStore claims;
    private final LedgerStore ledgers;
    private final CorrectLedger corrections;
    private final RefundMetrics metrics;
    private final TransitionMetrics transitionMetrics;
    private final RefundConfig.Execution config;
    private final CancelRule rule;

    ExecuteRefund(
            KakaoPayGateway kakaoPay,
            CancelClaimStore claims,
            LedgerStore ledgers,
            CorrectLedger corrections,
            RefundMetrics metrics,
            TransitionMetrics transitionMetrics,
            RefundConfig config) {
        this.kakaoPay = kakaoPay;
        this.claims = claims;
        this.ledgers = ledgers;
        this.corrections = corrections;
        this.metrics = metrics;
        this.transitionMetrics = transitionMetrics;
        this.config = config.refund().execution();
        RefundConfig.Settlement settlement = config.refund().settlement();
        this.rule = new CancelRule(
                RefundConfig.Refund.sending(config.refund()),
                RefundConfig.Refund.inquiring(config.refund()),
                settlement.quietAfter(),
                settlement.bankQuietAfter());
    }

    /// Once more, where an order inquiry allows it.
    ///
    /// @return false if it may not be sent any more
    public Uni<Boolean> repeat(Refund refund) {
        return claims.repeat(refund)
                .chain(claim -> claim.isPresent()
                        ? execute(claim.get()).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    /// Never fails: if the answer cannot be stored, the stored intention stays, and settlement makes an order inquiry.
    Uni<Void> execute(CancelClaim claim) {
        return kakaoPay.cancel(claim.refund(), claim.payment()).chain(outcome -> record(claim, outcome));
    }

    private Uni<Void> record(CancelClaim claim, Outcome<Cancellation> outcome) {
        metrics.answered(claim, outcome);
        return Uni.createFrom()
                .deferred(() -> store(claim, outcome))
                .chain(stored -> stored ? Uni.createFrom().voidItem() : overtaken(claim, outcome))
                .onFailure()
                .retry()
                .withBackOff(config.recordPause())
                .atMost(config.recordAttempts())
                .onFailure()
                .recoverWithItem(failure -> notStored(claim, failure));
    }

    /// @return false if the refund has changed in the meantime
    private Uni<Boolean> store(CancelClaim claim, Outcome<Cancellation> outcome) {
        Instant at = claim.time().now();
        RefundState next = rule.next(claim.state(), outcome, at);
        return switch (next) {
            case Succeeded _, Failed _ ->
                ledgers.change(
                                new ReadLedger(claim.ledger(), claim.time()),
                                Change.of(claim.state(), (refund, now) -> rule.next(refund, outcome, now)))
                        .map(changed -> changed.isPresent());
            case Unknown _ ->
                ledgers.step(claim.state(), next, at).invoke(stored -> {
                    if (stored && !claim.state().isRepeat()) {
                        transitionMetrics.unknown();
                    }
                });
            case Requested _ -> ledgers.step(claim.state(), next, at);
            case InFlight _, AwaitingApproval _ ->
                throw new IllegalStateException("no answer to cancel leads to " + next.status());
        };
    }

    /// Settlement was faster, or this very record was committed and its answer lost. A confirmation that the money was
    /// refunded is never dropped; otherwise the newer state wins.
    private Uni<Void> overtaken(CancelClaim claim, Outcome<Cancellation> outcome) {
        return outcome instanceof Outcome.Done<Cancellation>(Cancellation canceled)
                ? ledgers.read(claim.payment().paymentId())
                        .chain(read -> succeededLate(claim.refund(), read.orElseThrow(), canceled))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> succeededLate(Refund claimed, ReadLedger read, Cancellation canceled) {
        RefundState state = RefundState.of(read.ledger().refund(claimed.id()).orElseThrow());
        return switch (state) {
            case InFlight inFlight ->
                change(read, Change.of(inFlight, (refund, at) -> succeeded(refund, canceled, at)));
            case Unknown unknown ->
                change(
                        read,
                        Change.of(
                                unknown,
                                (refund, at) -> refund.succeed(
                                        canceled.aid(), canceled.canceledAt(), CancelRule.CANCELED, at)));
            case Succeeded _ -> Uni.createFrom().voidItem();
            case Failed _ ->
                corrections
                        .correct(
                                claimed.paymentId(),
                                new Movement.Late(claimed.id(), canceled.aid(), canceled.canceledAt()))
                        .replaceWithVoid();
            case Requested requested -> {
                needsReview(state);
                yield change(
                        read,
                        Change.of(requested, (refund, at) -> refund.escalate(ReviewReason.SAME_AMOUNT_OUTSIDE, at)));
            }
            case AwaitingApproval _ -> {
                needsReview(state);
                yield Uni.createFrom().voidItem();
            }
        };
    }

    private static Succeeded succeeded(InFlight refund, Cancellation canceled, Instant at) {
        return refund.succeed(canceled.aid(), canceled.canceledAt(), CancelRule.CANCELED, at);
    }

    private Uni<Void> change(ReadLedger read, Change change) {
        return ledgers.change(read, change).replaceWithVoid();
    }

    private static void needsReview(RefundState state) {
        LOG.errorf(
                "refund %s is %s, and KakaoPay says that it was canceled: manual review is needed",
                state.refund().id(), state.status());
    }

    private static Void notStored(CancelClaim claim, Throwable failure) {
        LOG.errorf(
                failure,
                "the answer to cancel of refund %s could not be stored: settlement will inquire",
                claim.refund().id());
        return null;
    }
}
