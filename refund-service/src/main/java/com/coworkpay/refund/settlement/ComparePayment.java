package com.coworkpay.refund.settlement;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.kakaopay.connector.NotSentReason;
import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.domain.ComparisonOutcome;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Movement;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.ledger.CorrectLedger;
import com.coworkpay.refund.ledger.LedgerStore;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import com.coworkpay.refund.refund.KakaoPayGateway;
import com.coworkpay.refund.refund.RefundWorker;
import com.coworkpay.refund.settlement.PaymentComparison.AccountPause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Compares a payment with KakaoPay's order by one order inquiry, and records the cancels that the ledger does not
/// have. No call that moves money is made. A payment with an unsettled refund is left to settlement, which knows what
/// it sent.
@ApplicationScoped
public class ComparePayment {

    private static final Logger LOG = Logger.getLogger(ComparePayment.class);

    /// Order inquiries at most, where the ledger changes in between.
    public static final int MAX_INQUIRIES = 2;

    private final KakaoPayGateway kakaoPay;
    private final LedgerStore ledgers;
    private final CorrectLedger corrections;
    private final RefundWorker worker;
    private final DecideCancellations decide;
    private final Duration quietAfter;

    ComparePayment(
            KakaoPayGateway kakaoPay,
            LedgerStore ledgers,
            CorrectLedger corrections,
            RefundWorker worker,
            DecideCancellations decide,
            RefundConfig config) {
        this.kakaoPay = kakaoPay;
        this.ledgers = ledgers;
        this.corrections = corrections;
        this.worker = worker;
        this.decide = decide;
        this.quietAfter = config.refund().settlement().quietAfter();
    }

    /// @param since when this comparison was first begun: what was recorded as made outside since then counts as found
    ///     by it, also if the process died before the result was stored
    public Uni<PaymentComparison> compare(UUID paymentId, Instant since) {
        return compare(paymentId, MAX_INQUIRIES)
                .map(compared -> withRecorded(compared, since))
                .invoke(ComparePayment::log);
    }

    private Uni<PaymentComparison> compare(UUID paymentId, int inquiriesLeft) {
        return ledgers.read(paymentId)
                .map(Optional::orElseThrow)
                .chain(read -> inquiriesLeft == 0 || isUnderWay(read)
                        ? Uni.createFrom()
                                .item(PaymentComparison.of(
                                        ComparisonOutcome.REFUND_UNDER_WAY,
                                        read.ledger(),
                                        read.time().now()))
                        : kakaoPay.order(read.ledger().payment())
                                .chain(outcome -> apply(read, outcome, inquiriesLeft - 1)));
    }

    private Uni<PaymentComparison> apply(ReadLedger read, Outcome<Order> outcome, int inquiriesLeft) {
        Ledger ledger = read.ledger();
        Instant at = read.time().now();
        return switch (OrderInquiry.of(outcome, OurCancels.ofPayment(ledger))) {
            case OrderInquiry.CanceledOutside(var movements) -> correct(ledger, movements, at, inquiriesLeft);
            case OrderInquiry.NotCanceled _ ->
                Uni.createFrom().item(PaymentComparison.of(ComparisonOutcome.MATCHING, ledger, at));
            case OrderInquiry.UnexplainedBalance unexplained ->
                Uni.createFrom()
                        .item(PaymentComparison.unexplained(unexplained.missingKrw(), unexplained.code(), ledger, at));
            case OrderInquiry.Contradiction(var why) ->
                Uni.createFrom().item(PaymentComparison.unexplained(0, why, ledger, at));
            case OrderInquiry.Inconclusive(var why) ->
                Uni.createFrom().item(PaymentComparison.noAnswer(why, pause(outcome), ledger, at));
            // Only of a refund that is inquired about.
            case OrderInquiry.Canceled _, OrderInquiry.RecordedOutside _ ->
                throw new IllegalStateException("no refund was inquired about");
        };
    }

    private Uni<PaymentComparison> correct(Ledger asked, List<Movement> movements, Instant at, int inquiriesLeft) {
        UUID paymentId = asked.payment().paymentId();
        return corrections
                .fromComparison(asked, movements)
                .chain(corrected -> corrected.isEmpty()
                        ? compare(paymentId, inquiriesLeft)
                        : decideNext(corrected.get().payment())
                                .replaceWith(PaymentComparison.of(ComparisonOutcome.MATCHING, corrected.get(), at)
                                        .recorded(0, lateKrw(asked, movements))));
    }

    /// What is left can be refunded, and deferred cancellations can be decided.
    private Uni<Void> decideNext(PaidPayment payment) {
        worker.wake();
        return decide.ofPayables(
                List.of(new PayableRef(payment.locationId(), payment.payableType(), payment.payableId())), Map.of());
    }

    /// Settlement inquires about it, or its last cancel was a moment ago: KakaoPay's list may lag behind its balance.
    private boolean isUnderWay(ReadLedger read) {
        Instant at = read.time().now();
        return read.ledger().refunds().stream()
                .anyMatch(refund -> refund.status().isUnsettled()
                        || refund.status() == RefundStatus.FAILED && refund.failureConfirmedAt() == null
                        || refund.sentAt() != null
                                && refund.sentAt().plus(quietAfter).isAfter(at));
    }

    private static PaymentComparison withRecorded(PaymentComparison compared, Instant since) {
        long outsideKrw = compared.ledger().refunds().stream()
                .filter(refund -> refund.origin() == Origin.OUTSIDE)
                .filter(refund -> !Objects.requireNonNull(refund.finishedAt()).isBefore(since))
                .mapToLong(Refund::amountKrw)
                .sum();
        boolean isRecorded = compared.outcome() == ComparisonOutcome.RECORDED
                || compared.outcome() == ComparisonOutcome.MATCHING && outsideKrw > 0;
        return isRecorded ? compared.recorded(outsideKrw, compared.lateKrw()) : compared;
    }

    private static long lateKrw(Ledger asked, List<Movement> movements) {
        return movements.stream()
                .filter(Movement.Late.class::isInstance)
                .map(Movement.Late.class::cast)
                .mapToLong(late -> asked.refund(late.refundId()).orElseThrow().amountKrw())
                .sum();
    }

    private static AccountPause pause(Outcome<Order> outcome) {
        return switch (outcome) {
            case Outcome.Done<Order> _, Outcome.Refused<Order> _ -> AccountPause.NONE;
            case Outcome.NotSent<Order> notSent ->
                notSent.reason() == NotSentReason.QUOTA_EXCEEDED ? AccountPause.QUOTA : AccountPause.SHORT;
            case Outcome.Unknown<Order> unknown ->
                unknown.reason().isContradiction() ? AccountPause.NONE : AccountPause.SHORT;
        };
    }

    private static void log(PaymentComparison compared) {
        UUID paymentId = compared.ledger().payment().paymentId();
        switch (compared.outcome()) {
            case UNEXPLAINED ->
                LOG.errorf(
                        "payment %s: KakaoPay's order is not explained: %s, %d won are missing",
                        paymentId, compared.answer(), compared.missingKrw());
            case NO_ANSWER -> LOG.warnf("payment %s could not be compared: %s", paymentId, compared.answer());
            case RECORDED -> LOG.infof("payment %s: a comparison recorded what KakaoPay has", paymentId);
            case MATCHING, REFUND_UNDER_WAY -> LOG.debugf("payment %s: %s", paymentId, compared.outcome());
        }
    }
}
