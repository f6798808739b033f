package com.coworkpay.refund.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.kakaopay.connector.Cancellation;
import com.coworkpay.kakaopay.connector.Code;
import com.coworkpay.kakaopay.connector.NotSentReason;
import com.coworkpay.kakaopay.connector.OrderStatus;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.PaymentMethod;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.LedgerCorrection;
import com.coworkpay.refund.domain.Pauses;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.InFlight;
import com.coworkpay.refund.domain.RefundState.Requested;
import com.coworkpay.refund.domain.RefundState.Unknown;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.TestLedger;
import com.coworkpay.refund.refund.CancelRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The rules of execution and settlement against a KakaoPay that loses, delays and refuses: of all cancels of one
/// refund at most one takes effect, only money that was refunded succeeds, only money that was not fails. Also with
/// cancels in KakaoPay's dashboard meanwhile, whatever the order inquiries show of each cancel.
class OneEffectProperties {

    /// What becomes of the next call of cancel.
    enum Fate {
        ANSWERED,
        LOST_BEFORE,
        LOST_AFTER,
        /// Takes effect only after the next inquiry, if it still may.
        LATE,
        REFUSED_FOR_GOOD,
        NOT_SENT,
        PROCESS_DIES_BEFORE,
        PROCESS_DIES_AFTER
    }

    private static final long PAID = 22000;
    private static final long AMOUNT = 7000;
    private static final UUID ID = UUID.randomUUID();
    private static final Pauses PAUSES = new Pauses(Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(1));
    private static final CancelRule CANCEL_RULE =
            new CancelRule(PAUSES, PAUSES, Duration.ofSeconds(30), Duration.ofMinutes(25));
    private static final SettlementLimits LIMITS =
            new SettlementLimits(Duration.ofSeconds(30), 5, Duration.ofMinutes(30), Duration.ZERO);

    @Property(tries = 5000)
    void atMostOneEffectAndTheFinalStateIsTrue(
            @ForAll @Size(max = 12) List<Fate> fates,
            @ForAll @Size(max = 40) List<Boolean> looksAnswered,
            @ForAll @Size(max = 6) List<@LongRange(min = 0, max = 9000) Long> outside,
            @ForAll boolean recordedShape) {
        Model model = new Model(fates, looksAnswered, outside, recordedShape);
        for (int i = 0; i < 60 && !model.isFinal(); i++) {
            model.step();
        }
        assertThat(model.effects).isLessThanOrEqualTo(1);
        assertThat(model.available).isNotNegative();
        assertThat(model.ledger.amounts().balanceKrw()).isNotNegative();
        assertThat(model.ledger.amounts().paid().totalKrw()).isEqualTo(PAID);
        if (model.status() == RefundStatus.SUCCEEDED) {
            assertThat(model.effects).isEqualTo(1);
        }
        if (model.status() == RefundStatus.FAILED) {
            assertThat(model.effects).isZero();
        }
    }

    /// One refund, and KakaoPay's side of its payment.
    private static final class Model {
        private final List<Fate> fates;
        private final List<Boolean> looksAnswered;
        private final List<Long> outside;
        private final boolean recordedShape;
        private Ledger ledger =
                TestLedger.of(part(PAID), 0).request(TestLedger.requested(ID, part(AMOUNT), Instant.EPOCH));
        private final List<KakaoPayCancel> cancels = new ArrayList<>();
        private int clock;

        private long available = PAID;
        private int effects;
        private final List<Long> late = new ArrayList<>();
        private boolean processDied;

        Model(List<Fate> fates, List<Boolean> looksAnswered, List<Long> outside, boolean recordedShape) {
            this.outside = new ArrayList<>(outside);
            this.recordedShape = recordedShape;
            this.fates = new ArrayList<>(fates);
            this.looksAnswered = new ArrayList<>(looksAnswered);
        }

        Refund refund() {
            return ledger.refund(ID).orElseThrow();
        }

        RefundState state() {
            return RefundState.of(refund());
        }

        RefundStatus status() {
            return refund().status();
        }

        boolean isFinal() {
            return status() == RefundStatus.SUCCEEDED || status() == RefundStatus.FAILED;
        }

        private Instant now() {
            return Instant.ofEpochSecond(clock);
        }

        /// A step of which nothing is published.
        private void take(RefundState next) {
            ledger = ledger.taken(next.refund());
        }

        void step() {
            clock++;
            somebodyElse();
            clock++;
            switch (state()) {
                case Requested requested ->
                    send(TestLedger.claimed(requested.refund(), ledger.payment().expectedKrw(), now()));
                case InFlight inFlight when processDied -> take(TestLedger.taken(inFlight.refund()));
                case Unknown _ -> inquiry();
                default -> throw new IllegalStateException("stuck in " + status());
            }
        }

        /// Half of the numbers are nobody. Where the list has no payload, one of our amount is taken for ours unless
        /// our attempt was declined: not asked here.
        private void somebodyElse() {
            long wonKrw = outside.isEmpty() ? 0 : outside.removeFirst();
            if (wonKrw % 2 == 1
                    && wonKrw <= available
                    && (wonKrw != refund().amountKrw() || refund().onlyAttemptDeclined())) {
                available -= wonKrw;
                list("O" + cancels.size(), wonKrw, null);
            }
        }

        private void list(String aid, long wonKrw, @Nullable String payload) {
            cancels.add(new KakaoPayCancel(
                    aid, recordedShape ? null : (Long) wonKrw, now(), recordedShape ? null : payload));
        }

        private void send(InFlight inFlight) {
            take(inFlight);
            Fate fate = fates.isEmpty() ? Fate.ANSWERED : fates.removeFirst();
            processDied = fate == Fate.PROCESS_DIES_BEFORE || fate == Fate.PROCESS_DIES_AFTER;
            if (fate == Fate.PROCESS_DIES_AFTER) {
                cancel(belief());
            }
            if (!processDied) {
                RefundState next = CANCEL_RULE.next(inFlight, answer(fate), now());
                ledger = next.status().isReserved() ? ledger.taken(next.refund()) : ledger.move(next);
            }
        }

        private long belief() {
            Long availableKrw = refund().availableKrw();
            return availableKrw == null ? -1 : availableKrw;
        }

        private Outcome<Cancellation> answer(Fate fate) {
            return switch (fate) {
                case ANSWERED ->
                    cancel(belief())
                            ? canceled()
                            : new Outcome.Unknown<>(UnknownReason.ALREADY_DONE_OR_WRONG_STATE, null);
                case LOST_AFTER -> {
                    cancel(belief());
                    yield new Outcome.Unknown<>(UnknownReason.TIMEOUT, null);
                }
                case LATE -> {
                    late.add(belief());
                    yield new Outcome.Unknown<>(UnknownReason.TIMEOUT, null);
                }
                case REFUSED_FOR_GOOD ->
                    new Outcome.Refused<>(true, RefusalReason.CANCEL_PERIOD_OVER, new Code("cancel", 400, -780, null));
                case NOT_SENT -> new Outcome.NotSent<>(NotSentReason.CONNECT_REFUSED, null);
                case LOST_BEFORE, PROCESS_DIES_BEFORE, PROCESS_DIES_AFTER ->
                    new Outcome.Unknown<>(UnknownReason.TIMEOUT, null);
            };
        }

        private static Outcome<Cancellation> canceled() {
            return new Outcome.Done<>(new Cancellation(
                    "A1", "T1", "O1", OrderStatus.PART_CANCEL_PAYMENT, PaymentMethod.MONEY, Instant.EPOCH));
        }

        private static Amounts part(long wonKrw) {
            return new Amounts(wonKrw, 0, 0);
        }

        /// KakaoPay's side: compare and set.
        private boolean cancel(long expectedAvailable) {
            if (available != expectedAvailable) {
                return false;
            }
            available -= refund().amountKrw();
            list("OURS", refund().amountKrw(), ID.toString());
            effects++;
            return true;
        }

        /// The order inquiry comes when the last attempt is long over, by the quiet time: what was late has happened,
        /// except that a repeat may overtake it.
        private void inquiry() {
            boolean quiet = looksAnswered.isEmpty() || looksAnswered.removeFirst();
            boolean answered = looksAnswered.isEmpty() || looksAnswered.removeFirst();
            OrderInquiry inquiry = !answered
                    ? new OrderInquiry.Inconclusive("TIMEOUT")
                    : CancelsRule.read(OurCancels.of(ledger, refund(), LIMITS.clockTolerance()), available, cancels);
            SettlementFacts stored =
                    SettlementFacts.of(refund(), ledger.payment().expectedKrw(), LIMITS, now());
            SettlementFacts facts = new SettlementFacts(
                    stored.status(),
                    stored.availableKrw(),
                    stored.expectedKrw(),
                    stored.repeatDecline(),
                    quiet && !lateRefused(),
                    stored.manyAttempts(),
                    !quiet,
                    stored.review());
            decide(OrderRule.decide(facts, inquiry));
            late.forEach(this::cancel);
            late.clear();
        }

        /// A final refusal settles only when nothing can still be under way: the thirty seconds.
        private boolean lateRefused() {
            return refund().repeatDecline() != null && !late.isEmpty();
        }

        private void decide(SettlementDecision decision) {
            switch (decision) {
                case SettlementDecision.Succeeded(var aid, var canceledAt) ->
                    ledger = ledger.move(((Unknown) state()).succeed(aid, canceledAt, "FOUND_BY_ORDER", now()));
                case SettlementDecision.Restart _ -> take(((Unknown) state()).restart(now()));
                case SettlementDecision.Correct(var movements) ->
                    ledger = LedgerCorrection.of(ledger, movements, ID, now(), null);
                case SettlementDecision.Failed(Failure failure) ->
                    ledger = ledger.move(((Unknown) state()).stillThere(failure, now()));
                case SettlementDecision.Repeat _ -> send(TestLedger.repeated(refund(), now()));
                case SettlementDecision.CheckLater _ -> {
                    // Later.
                }
                case SettlementDecision.Confirmed _ -> throw new IllegalStateException("nothing failed yet");
            }
        }
    }
}
