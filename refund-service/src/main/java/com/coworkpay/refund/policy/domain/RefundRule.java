package com.coworkpay.refund.policy.domain;

import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.contracts.RefundStep;
import com.coworkpay.contracts.Role;
import com.coworkpay.refund.domain.ApprovalLimit;
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
            case RefundPolicy.BeforeStart policy -> byStart(input, policy, canceled.canceledAt());
            case RefundPolicy.Tiered policy -> byStart(input, policy, canceled.canceledAt());
            case RefundPolicy.Unknown _ -> throw new IllegalStateException("the terms of the payment are not known");
            case null -> RuleResult.decline(DecisionReason.NO_POLICY);
        };
    }

    /// The first step that is still reached is the best; exactly at its time is in time.
    private static RuleResult byStart(DecisionInput input, RefundPolicy policy, Instant canceledAt) {
        Start start = input.start();
        if (start == null) {
            return RuleResult.decline(
                    input.isStartPending() ? DecisionReason.SCHEDULE_UNKNOWN : DecisionReason.START_UNKNOWN);
        }
        List<RefundStep> steps = RefundStep.of(policy, start.at(), input.zone());
        return steps.stream()
                .filter(step -> !canceledAt.isAfter(step.until()))
                .findFirst()
                .map(step -> give(input, DecisionReason.IN_TIME, step.percent(), step.until()))
                .orElseGet(() -> RuleResult.decline(
                        DecisionReason.TOO_LATE, steps.getLast().until()));
    }

    /// How many persons have to approve what a decision refunds. What the policy, an overpayment or a cancellation
    /// before the approval refunds needs nobody; an administrator who cancelled asks for what is refunded.
    public static int approvals(DecisionInput input, RuleResult result) {
        return result.reason() == DecisionReason.ADMINISTRATORS_CHOICE
                        && input.approvalLimit().isExceeded(input.ledger(), result.amountKrw())
                ? ApprovalLimit.TWO_PERSONS
                : 0;
    }

    /// The steps of the policy, where it counts back from a start that is known.
    public static List<RefundStep> steps(DecisionInput input) {
        Start start = input.start();
        RefundPolicy policy = input.terms().policy();
        return start == null || policy == null || input.trigger() instanceof RefundTrigger.Overpayment
                ? List.of()
                : RefundStep.of(policy, start.at(), input.zone());
    }

    /// What that step gives back now: what was refunded before or is being refunded counts against it.
    public static long dueKrw(DecisionInput input, RefundStep step) {
        return Math.clamp(
                step.shareKrw(input.ledger().paid().totalKrw()) - takenKrw(input),
                0,
                input.ledger().balanceKrw());
    }

    private static long takenKrw(DecisionInput input) {
        return input.ledger().refunded().totalKrw()
                + input.ledger().reserved().totalKrw()
                + input.ledger().elsewhereKrw();
    }

    /// max(0, floor(total × percent) − refunded − reserved − refunded elsewhere).
    private static RuleResult give(
            DecisionInput input, DecisionReason reason, int percent, @Nullable Instant deadlineAt) {
        long shareKrw = input.ledger().paid().totalKrw() * percent / 100;
        return upTo(input, reason, shareKrw - takenKrw(input), percent, deadlineAt);
    }

    private static RuleResult upTo(
            DecisionInput input, DecisionReason reason, long dueKrw, int percent, @Nullable Instant deadlineAt) {
        long amountKrw = Math.min(dueKrw, input.ledger().balanceKrw());
        return amountKrw > 0
                ? new RuleResult(reason, amountKrw, percent, deadlineAt)
                : RuleResult.decline(DecisionReason.NOTHING_LEFT, deadlineAt);
    }
}
