package com.coworkpay.refund.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.LedgerCorrection;
import com.coworkpay.refund.domain.LedgerCorrection.OpenRefund;
import com.coworkpay.refund.domain.LedgerCorrection.UncorrectedLedger;
import com.coworkpay.refund.domain.Movement;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.InFlight;
import com.coworkpay.refund.domain.RefundState.Requested;
import com.coworkpay.refund.domain.RefundState.Unknown;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.refund.domain.CancelOutcome;
import com.coworkpay.refund.refund.domain.RefundTransition;
import com.coworkpay.refund.settlement.domain.CancelsRule;
import com.coworkpay.refund.settlement.domain.KakaoPayCancel;
import com.coworkpay.refund.settlement.domain.OrderInquiry;
import com.coworkpay.refund.settlement.domain.OrderRule;
import com.coworkpay.refund.settlement.domain.OurCancels;
import com.coworkpay.refund.settlement.domain.SettlementDecision;
import com.coworkpay.refund.settlement.domain.SettlementFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        assertThat(model.refunded + model.reserved).isLessThanOrEqualTo(PAID);
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
        private RefundState state = new Requested(0);
        private @Nullable Failure repeatDecline;
        private int cancelAttempts;
        private long belief;

        private final List<Long> outside;
        private final boolean recordedShape;
        private long amount = AMOUNT;
        private long refunded;
        private long reserved = AMOUNT;
        private boolean held;
        private final List<KakaoPayCancel> cancels = new ArrayList<>();
        private final Set<String> known = new HashSet<>();
        private int clock;
        private int firstSent;
        private boolean onlyAttemptDeclined;

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

        RefundStatus status() {
            return state.status();
        }

        boolean isFinal() {
            return status() == RefundStatus.SUCCEEDED || status() == RefundStatus.FAILED;
        }

        void step() {
            clock++;
            somebodyElse();
            clock++;
            switch (state) {
                case Requested requested -> {
                    belief = PAID - refunded;
                    cancelAttempts = 1;
                    onlyAttemptDeclined = false;
                    firstSent = clock;
                    send(requested.claim());
                }
                case InFlight inFlight when processDied -> state = inFlight.unknown();
                case Unknown _ -> inquiry();
                default -> throw new IllegalStateException("stuck in " + state);
            }
        }

        /// Half of the numbers are nobody. Where the list has no payload, one of our amount is taken for ours unless
        /// our attempt was declined: not asked here.
        private void somebodyElse() {
            long wonKrw = outside.isEmpty() ? 0 : outside.removeFirst();
            if (wonKrw % 2 == 1 && wonKrw <= available && (wonKrw != amount || onlyAttemptDeclined)) {
                available -= wonKrw;
                list("O" + cancels.size(), wonKrw, null);
            }
        }

        private void list(String aid, long wonKrw, @Nullable String payload) {
            cancels.add(new KakaoPayCancel(
                    aid,
                    recordedShape ? null : (Long) wonKrw,
                    Instant.ofEpochSecond(clock),
                    recordedShape ? null : payload));
        }

        private void send(InFlight inFlight) {
            state = inFlight;
            Fate fate = fates.isEmpty() ? Fate.ANSWERED : fates.removeFirst();
            processDied = fate == Fate.PROCESS_DIES_BEFORE || fate == Fate.PROCESS_DIES_AFTER;
            if (fate == Fate.PROCESS_DIES_AFTER) {
                cancel(belief);
            }
            if (!processDied) {
                RefundTransition after = RefundTransition.of(inFlight, answer(fate));
                onlyAttemptDeclined = after.declined() && cancelAttempts == 1;
                cancelAttempts = after.sent() ? cancelAttempts : cancelAttempts - 1;
                repeatDecline = after.failure() == null ? repeatDecline : after.failure();
                state = after.next();
            }
        }

        private CancelOutcome answer(Fate fate) {
            return switch (fate) {
                case ANSWERED ->
                    cancel(belief)
                            ? new CancelOutcome.Canceled("A1", Instant.EPOCH)
                            : new CancelOutcome.Unknown("ALREADY_DONE_OR_WRONG_STATE", false, true);
                case LOST_AFTER -> {
                    cancel(belief);
                    yield new CancelOutcome.Unknown("TIMEOUT");
                }
                case LATE -> {
                    late.add(belief);
                    yield new CancelOutcome.Unknown("TIMEOUT");
                }
                case REFUSED_FOR_GOOD -> new CancelOutcome.HardDecline(Failure.CANCEL_PERIOD_OVER, "6019");
                case NOT_SENT -> new CancelOutcome.NotSent("CONNECT_REFUSED");
                case LOST_BEFORE, PROCESS_DIES_BEFORE, PROCESS_DIES_AFTER -> new CancelOutcome.Unknown("TIMEOUT");
            };
        }

        private void restart() {
            state = ((Unknown) state).restart();
        }

        private void correct(List<Movement> movements) {
            OpenRefund open = new OpenRefund(ID, 1, status(), held, part(amount));
            LedgerCorrection correction = LedgerCorrection.of(
                    new UncorrectedLedger(part(PAID), part(refunded), 0, List.of(open), Map.of()), movements, ID);
            movements.forEach(movement -> known.addAll(((Movement.Outside) movement).aids()));
            refunded = correction.refunded().totalKrw();
            reserved = correction.reserved().totalKrw();
            amount = reserved;
            correction.changed().forEach(this::change);
        }

        private void change(LedgerCorrection.RefundChange change) {
            held = change.held();
            if (change.next() == RefundStatus.FAILED) {
                state = ((Unknown) state).stillThere();
            } else if (!held) {
                restart();
            }
        }

        private static Amounts part(long wonKrw) {
            return new Amounts(wonKrw, 0, 0);
        }

        /// KakaoPay's side: compare and set.
        private boolean cancel(long expectedAvailable) {
            if (available != expectedAvailable) {
                return false;
            }
            available -= amount;
            list("OURS", amount, ID.toString());
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
                    : CancelsRule.read(
                            new OurCancels(
                                    ID,
                                    amount,
                                    PAID - refunded,
                                    Instant.ofEpochSecond(firstSent),
                                    onlyAttemptDeclined && cancelAttempts == 1,
                                    false,
                                    known,
                                    Set.of(),
                                    Map.of(),
                                    Set.of()),
                            available,
                            cancels);
            SettlementFacts facts = new SettlementFacts(
                    status(),
                    belief,
                    PAID - refunded,
                    repeatDecline,
                    quiet && !lateRefused(),
                    cancelAttempts >= 5,
                    !quiet,
                    held ? ReviewReason.SAME_AMOUNT_OUTSIDE : null);
            decide(OrderRule.decide(facts, inquiry));
            late.forEach(this::cancel);
            late.clear();
        }

        /// A final refusal settles only when nothing can still be under way: the thirty seconds.
        private boolean lateRefused() {
            return repeatDecline != null && !late.isEmpty();
        }

        private void decide(SettlementDecision decision) {
            switch (decision) {
                case SettlementDecision.Succeeded _ -> {
                    state = ((Unknown) state).found();
                    refunded += amount;
                    reserved = 0;
                }
                case SettlementDecision.Restart _ -> restart();
                case SettlementDecision.Correct(var movements) -> correct(movements);
                case SettlementDecision.Failed _ -> state = ((Unknown) state).stillThere();
                case SettlementDecision.Repeat _ -> {
                    cancelAttempts++;
                    InFlight again = ((Unknown) state).repeat();
                    send(new InFlight(Math.max(2, again.cancelAttempts()), 0));
                }
                case SettlementDecision.CheckLater _ -> {
                    // Later.
                }
                case SettlementDecision.Confirmed _ -> throw new IllegalStateException("nothing failed yet");
            }
        }
    }
}
