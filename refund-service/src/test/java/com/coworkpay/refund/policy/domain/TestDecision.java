package com.coworkpay.refund.policy.domain;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.RefundDeadline;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.contracts.Role;
import com.coworkpay.refund.domain.ApprovalLimit;
import com.coworkpay.refund.domain.LedgerAmounts;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A case to decide, with one thing changed at a time.
record TestDecision(
        RefundTrigger trigger,
        PayableType type,
        LedgerAmounts ledger,
        @Nullable RefundPolicy policy,
        @Nullable Start start,
        boolean isStartPending,
        boolean automatic,
        EarlierRefund earlier,
        long refunds) {

    static final Instant APPROVED = Instant.parse("2026-11-01T00:00:00Z");
    static final Instant START = Instant.parse("2026-12-01T00:00:00Z");

    /// A room paid with 22,000 won, refundable until a day before, cancelled by its owner at that moment.
    static TestDecision booking(Instant canceledAt) {
        return new TestDecision(
                new RefundTrigger.Canceled(canceledAt, Role.LOCATION_MEMBER, null, null),
                PayableType.BOOKING,
                LedgerAmounts.of(new Amounts(22000, 2000, 0)),
                new RefundPolicy.BeforeStart(RefundDeadline.P1D),
                Start.exact(START, Start.From.PAYMENT),
                false,
                true,
                EarlierRefund.NONE,
                0);
    }

    TestDecision trigger(RefundTrigger other) {
        return new TestDecision(other, type, ledger, policy, start, isStartPending, automatic, earlier, refunds);
    }

    TestDecision type(PayableType other) {
        return new TestDecision(trigger, other, ledger, policy, start, isStartPending, automatic, earlier, refunds);
    }

    TestDecision ledger(LedgerAmounts other) {
        return new TestDecision(trigger, type, other, policy, start, isStartPending, automatic, earlier, refunds);
    }

    TestDecision policy(@Nullable RefundPolicy other) {
        return new TestDecision(trigger, type, ledger, other, start, isStartPending, automatic, earlier, refunds);
    }

    TestDecision start(@Nullable Start other) {
        return new TestDecision(trigger, type, ledger, policy, other, isStartPending, automatic, earlier, refunds);
    }

    /// Of a full day whose opening hours are not known.
    TestDecision startPending() {
        return new TestDecision(trigger, type, ledger, policy, null, true, automatic, earlier, refunds);
    }

    TestDecision switchedOff() {
        return new TestDecision(trigger, type, ledger, policy, start, isStartPending, false, earlier, refunds);
    }

    TestDecision earlier(EarlierRefund other) {
        return new TestDecision(trigger, type, ledger, policy, start, isStartPending, automatic, other, refunds);
    }

    TestDecision refunds(long other) {
        return new TestDecision(trigger, type, ledger, policy, start, isStartPending, automatic, earlier, other);
    }

    DecisionInput input() {
        return input(ZoneId.of("Asia/Seoul"), APPROVED, isStartPending);
    }

    DecisionInput input(ZoneId zone, Instant approvedAt, boolean isStartUnknownYet) {
        return new DecisionInput(
                trigger,
                new Terms(type.name(), Role.LOCATION_MEMBER.name(), policy),
                ledger,
                approvedAt,
                start,
                isStartUnknownYet,
                zone,
                automatic,
                earlier,
                refunds,
                new ApprovalLimit(100_000, 1));
    }

    RuleResult decide() {
        return RefundRule.decide(input());
    }
}
