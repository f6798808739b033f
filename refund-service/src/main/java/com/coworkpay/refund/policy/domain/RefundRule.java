package com.coworkpay.refund.policy.domain;

import com.coworkpay.refund.domain.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rule of what a cancellation gives back. Pure: the preview and the decision are the same call.
///
/// In this order, the first that speaks decides (docs/design/refund-service.md has it as a table): surplus, kind of
/// payable, refunded before, cancelled before approved, an administrator's explicit choice, the switch, the policy.
public final class RefundRule {

    private static final String NEW = "NEW";
    private static final int ALL = 100;

    /// Each event tells the whole state of the payment's refunds, and an event has an end.
    public static final int MOST_REFUNDS = 100;

    private RefundRule() {}

    public static Decision decide(Facts facts) {
        return switch (facts.cause()) {
            case Cause.Surplus _ -> give(facts, DecisionReason.SURPLUS, ALL, null);
            case Cause.Canceled canceled -> decide(facts, canceled);
        };
    }

    private static Decision decide(Facts facts, Cause.Canceled canceled) {
        if (!facts.type().isRefundedByCancellation()) {
            return Decision.decline(DecisionReason.TYPE_NOT_REFUNDABLE);
        }
        if (facts.earlier() == EarlierRefund.SUCCEEDED) {
            return Decision.decline(DecisionReason.ALREADY_REFUNDED);
        }
        if (facts.earlier() == EarlierRefund.UNDER_WAY) {
            return Decision.decline(DecisionReason.REFUND_UNDER_WAY);
        }
        if (facts.refunds() >= MOST_REFUNDS) {
            return Decision.decline(DecisionReason.TOO_MANY_REFUNDS);
        }
        if (canceled.canceledAt().isBefore(facts.approvedAt())) {
            return give(facts, DecisionReason.CANCELED_BEFORE_APPROVED, ALL, null);
        }
        // The switch is about refunds that nobody decides.
        boolean isExplicit = canceled.by() == Role.ADMIN && canceled.choice() != null;
        if (!facts.automaticRefunds() && !isExplicit) {
            return Decision.decline(DecisionReason.AUTOMATIC_REFUNDS_OFF);
        }
        return canceled.by() == Role.ADMIN ? byChoice(facts, canceled.choice()) : byPolicy(facts, canceled);
    }

    private static Decision byChoice(Facts facts, @Nullable Choice choice) {
        return switch (choice) {
            case Choice.None _ -> Decision.decline(DecisionReason.ADMINISTRATOR_CHOSE_NONE);
            case Choice.Amount(long amountKrw) ->
                amountKrw == 0
                        ? Decision.decline(DecisionReason.ADMINISTRATOR_CHOSE_NONE)
                        : upTo(facts, DecisionReason.ADMINISTRATORS_CHOICE, amountKrw, ALL, null);
            case Choice.Full _ -> give(facts, DecisionReason.ADMINISTRATORS_CHOICE, ALL, null);
            case null -> give(facts, DecisionReason.ADMINISTRATORS_CHOICE, ALL, null);
        };
    }

    private static Decision byPolicy(Facts facts, Cause.Canceled canceled) {
        return switch (facts.policy()) {
            case Policy.NoRefund _ -> Decision.decline(DecisionReason.NO_REFUND_POLICY);
            case Policy.WhileNew _ ->
                NEW.equals(canceled.orderState())
                        ? give(facts, DecisionReason.ORDER_STILL_NEW, ALL, null)
                        : Decision.decline(DecisionReason.ORDER_IN_WORK);
            case Policy.BeforeStart(Before before) ->
                byStart(facts, List.of(new Policy.Step(before, ALL)), canceled.canceledAt());
            case Policy.Ladder(List<Policy.Step> steps) -> byStart(facts, steps, canceled.canceledAt());
            case null -> Decision.decline(DecisionReason.NO_POLICY);
        };
    }

    /// The best step that is still reached; exactly at its deadline is in time.
    private static Decision byStart(Facts facts, List<Policy.Step> steps, Instant canceledAt) {
        Start start = facts.start();
        if (start == null) {
            return Decision.decline(DecisionReason.START_UNKNOWN);
        }
        Instant last = null;
        Policy.Step best = null;
        Instant bestDeadline = null;
        for (Policy.Step step : steps) {
            Instant deadline = step.before().deadline(start.at(), facts.zone());
            last = last == null || deadline.isAfter(last) ? deadline : last;
            boolean reached = !canceledAt.isAfter(deadline);
            if (reached && (best == null || step.percent() > best.percent())) {
                best = step;
                bestDeadline = deadline;
            }
        }
        return best == null
                ? Decision.decline(DecisionReason.TOO_LATE, last)
                : give(facts, DecisionReason.IN_TIME, best.percent(), bestDeadline);
    }

    /// max(0, floor(total × percent) − refunded − on its way).
    private static Decision give(Facts facts, DecisionReason reason, int percent, @Nullable Instant deadlineAt) {
        long promisedKrw = facts.ledger().paid().totalKrw() * percent / 100;
        long goneKrw = facts.ledger().refunded().totalKrw()
                + facts.ledger().reserved().totalKrw()
                + facts.ledger().elsewhereKrw();
        return upTo(facts, reason, promisedKrw - goneKrw, percent, deadlineAt);
    }

    private static Decision upTo(
            Facts facts, DecisionReason reason, long wantedKrw, int percent, @Nullable Instant deadlineAt) {
        long amountKrw = Math.min(wantedKrw, facts.ledger().balanceKrw());
        return amountKrw > 0
                ? new Decision(reason, amountKrw, percent, deadlineAt)
                : Decision.decline(DecisionReason.NOTHING_LEFT, deadlineAt);
    }
}
