package com.coworkpay.refund.policy.domain;

import com.coworkpay.refund.domain.Amounts;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.domain.Role;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A case to decide, with one thing changed at a time.
record Cases(
        Cause cause,
        PayableType type,
        Ledger ledger,
        @Nullable Policy policy,
        @Nullable Start start,
        boolean automatic,
        EarlierRefund earlier,
        long refunds) {

    static final Instant APPROVED = Instant.parse("2026-11-01T00:00:00Z");
    static final Instant START = Instant.parse("2026-12-01T00:00:00Z");

    /// A room paid with 22,000 won, refundable until a day before, cancelled by its owner at that moment.
    static Cases booking(Instant canceledAt) {
        return new Cases(
                new Cause.Canceled(canceledAt, Role.LOCATION_MEMBER, null, null),
                PayableType.BOOKING,
                Ledger.of(new Amounts(22000, 2000, 0)),
                new Policy.BeforeStart(Before.of("P1D")),
                Start.exact(START, Start.From.PAYMENT),
                true,
                EarlierRefund.NONE,
                0);
    }

    Cases cause(Cause other) {
        return new Cases(other, type, ledger, policy, start, automatic, earlier, refunds);
    }

    Cases type(PayableType other) {
        return new Cases(cause, other, ledger, policy, start, automatic, earlier, refunds);
    }

    Cases ledger(Ledger other) {
        return new Cases(cause, type, other, policy, start, automatic, earlier, refunds);
    }

    Cases policy(@Nullable Policy other) {
        return new Cases(cause, type, ledger, other, start, automatic, earlier, refunds);
    }

    Cases start(@Nullable Start other) {
        return new Cases(cause, type, ledger, policy, other, automatic, earlier, refunds);
    }

    Cases switchedOff() {
        return new Cases(cause, type, ledger, policy, start, false, earlier, refunds);
    }

    Cases earlier(EarlierRefund other) {
        return new Cases(cause, type, ledger, policy, start, automatic, other, refunds);
    }

    Cases refunds(long other) {
        return new Cases(cause, type, ledger, policy, start, automatic, earlier, other);
    }

    Facts facts() {
        return new Facts(
                cause,
                type,
                ledger,
                APPROVED,
                policy,
                Role.LOCATION_MEMBER,
                start,
                ZoneId.of("Asia/Seoul"),
                automatic,
                earlier,
                refunds);
    }

    Decision decide() {
        return RefundRule.decide(facts());
    }
}
