package com.coworkpay.refund.policy.domain;

import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.contracts.RefundDeadline;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.contracts.Role;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rule of what a cancellation refunds. Pure: the preview and the decision are the same call.
///
/// In this order, the first that applies decides (docs/design/refund-service.md has it as a table): overpayment, kind
/// of payable, refunded before, cancelled before approved, an administrator's explicit choice, the switch, the policy.
public final class RefundRule {

    private static final String NEW = "NEW";
    private static final int ALL = 100;

    /// Each event carries all refunds of the payment, and the size of an event is limited.
    public static final int MAX_REFUNDS = 100;

    private RefundRule() {}

    public static RuleResult decide(DecisionInput input) {
        return switch (input.trigger()) {
            case RefundTrigger.Overpayment _ -> give(input, DecisionReason.OVERPAYMENT, ALL, null);
            case RefundTrigger.Canceled canceled -> decide(input, canceled);
        };
    }

    private static RuleResult decide(DecisionInput input, RefundTrigger.Canceled canceled) {
        if (!input.terms().isRefundedByCancellation()) {
            return RuleResult.decline(DecisionReason.TYPE_NOT_REFUNDABLE);
        }
        if (input.earlier() == EarlierRefund.SUCCEEDED) {
            return RuleResult.decline(DecisionReason.ALREADY_REFUNDED);
        }
        if (input.earlier() == EarlierRefund.UNDER_WAY) {
            return RuleResult.decline(DecisionReason.REFUND_UNDER_WAY);
        }
        if (input.refunds() >= MAX_REFUNDS) {
            return RuleResult.decline(DecisionReason.TOO_MANY_REFUNDS);
        }
        if (canceled.canceledAt().isBefore(input.approvedAt())) {
            return give(input, DecisionReason.CANCELED_BEFORE_APPROVED, ALL, null);
        }
        // The switch is about automatic refunds only.
        boolean isExplicit = canceled.by() == Role.ADMIN && canceled.choice() != null;
        if (!input.automaticRefunds() && !isExplicit) {
            return RuleResult.decline(DecisionReason.AUTOMATIC_REFUNDS_OFF);
        }
        return canceled.by() == Role.ADMIN ? byChoice(input, canceled.choice()) : byPolicy(input, canceled);
    }

    private static RuleResult byChoice(DecisionInput input, @Nullable RefundChoice choice) {
        if (choice == null) {
            return give(input, DecisionReason.ADMINISTRATORS_CHOICE, ALL, null);
        }
        return switch (choice.kind()) {
            case NONE -> RuleResult.decline(DecisionReason.ADMINISTRATOR_CHOSE_NONE);
            case FULL -> give(input, DecisionReason.ADMINISTRATORS_CHOICE, ALL, null);
            case AMOUNT -> byAmount(input, Objects.requireNonNull(choice.amountKrw()));
        };
    }

    private static RuleResult byAmount(DecisionInput input, long amountKrw) {
        return amountKrw == 0
                ? RuleResult.decline(DecisionReason.ADMINISTRATOR_CHOSE_NONE)
                : upTo(input, DecisionReason.ADMINISTRATORS_CHOICE, amountKrw, ALL, null);
    }

    private static RuleResult byPolicy(DecisionInput input, RefundTrigger.Canceled canceled) {
        return switch (input.terms().policy()) {
            case RefundPolicy.NoRefund _ -> RuleResult.decline(DecisionReason.NO_REFUND_POLICY);
            case RefundPolicy.UntilProcessed _ ->
                NEW.equals(canceled.orderState())
                        ? give(input, DecisionReason.ORDER_STILL_NEW, ALL, null)
                        : RuleResult.decline(DecisionReason.ORDER_IN_PROGRESS);
            case RefundPolicy.BeforeStart(RefundDeadline deadline) ->
                byStart(input, List.of(new RefundPolicy.Tier(deadline, ALL)), canceled.canceledAt());
            case RefundPolicy.Tiered(List<RefundPolicy.Tier> tiers) -> byStart(input, tiers, canceled.canceledAt());
            case RefundPolicy.Unknown _ -> throw new IllegalStateException("the terms of the payment are not known");
            case null -> RuleResult.decline(DecisionReason.NO_POLICY);
        };
    }

    /// The best tier that is still reached; exactly at its deadline is in time.
    private static RuleResult byStart(DecisionInput input, List<RefundPolicy.Tier> tiers, Instant canceledAt) {
        Start start = input.start();
        if (start == null) {
            return RuleResult.decline(DecisionReason.START_UNKNOWN);
        }
        Instant last = null;
        RefundPolicy.Tier best = null;
        Instant bestDeadline = null;
        for (RefundPolicy.Tier tier : tiers) {
            Instant deadline = tier.deadline().at(start.at(), input.zone());
            last = last == null || deadline.isAfter(last) ? deadline : last;
            boolean reached = !canceledAt.isAfter(deadline);
            if (reached && (best == null || tier.percent() > best.percent())) {
                best = tier;
                bestDeadline = deadline;
            }
        }
        return best == null
                ? RuleResult.decline(DecisionReason.TOO_LATE, last)
                : give(input, DecisionReason.IN_TIME, best.percent(), bestDeadline);
    }

    /// max(0, floor(total × percent) − refunded − reserved − refunded elsewhere).
    private static RuleResult give(
            DecisionInput input, DecisionReason reason, int percent, @Nullable Instant deadlineAt) {
        long shareKrw = input.ledger().paid().totalKrw() * percent / 100;
        long takenKrw = input.ledger().refunded().totalKrw()
                + input.ledger().reserved().totalKrw()
                + input.ledger().elsewhereKrw();
        return upTo(input, reason, shareKrw - takenKrw, percent, deadlineAt);
    }

    private static RuleResult upTo(
            DecisionInput input, DecisionReason reason, long dueKrw, int percent, @Nullable Instant deadlineAt) {
        long amountKrw = Math.min(dueKrw, input.ledger().balanceKrw());
        return amountKrw > 0
                ? new RuleResult(reason, amountKrw, percent, deadlineAt)
                : RuleResult.decline(DecisionReason.NOTHING_LEFT, deadlineAt);
    }
}
