package com.coworkpay.refund.settlement.domain;

import com.coworkpay.refund.domain.Attention;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundStatus;

/// What KakaoPay's `order` means for a refund whose cancel may have taken effect (docs/design/refund-service.md has it
/// as a table).
///
/// A repeat is safe because it is compare-and-set: KakaoPay takes a cancel only while the balance is the one it names,
/// what is available only falls, so of all sends of one refund at most one takes effect. Age alone decides nothing.
public final class OrderRule {

    private OrderRule() {}

    public static Verdict decide(Unsettled refund, Look look) {
        return switch (look) {
            case Look.Found(var aid, var canceledAt) -> new Verdict.Succeeded(aid, canceledAt);
            case Look.NotThere(long availableKrw) -> notThere(refund, availableKrw);
            case Look.NothingLearned _ ->
                refund.overdue() ? flag(refund, Attention.UNSETTLED_FOR_LONG) : new Verdict.AskAgain();
            case Look.Contradicts _ -> flag(refund, Attention.ORDER_CONTRADICTS);
        };
    }

    private static Verdict notThere(Unsettled refund, long availableKrw) {
        if (availableKrw != refund.availableKrw()) {
            return flag(refund, Attention.BALANCE_DIFFERS);
        }
        if (refund.status() == RefundStatus.NEEDS_ATTENTION) {
            return refund.abandoned() ? new Verdict.Failed(Failure.GIVEN_UP) : new Verdict.AskAgain();
        }
        if (!refund.quiet()) {
            return new Verdict.AskAgain();
        }
        if (refund.finalRefusal() != null) {
            return new Verdict.Failed(refund.finalRefusal());
        }
        return refund.sendsLeft() ? new Verdict.Repeat() : flag(refund, Attention.TOO_MANY_SENDS);
    }

    /// A person is told once.
    private static Verdict flag(Unsettled refund, Attention attention) {
        return refund.status() == RefundStatus.NEEDS_ATTENTION ? new Verdict.AskAgain() : new Verdict.Flag(attention);
    }
}
