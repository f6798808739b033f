package com.coworkpay.refund.settlement.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import org.jspecify.annotations.Nullable;

/// What KakaoPay's `order` means for a refund whose cancel may have taken effect (docs/design/refund-service.md has it
/// as a table).
///
/// A repeat is safe because it is compare-and-set: KakaoPay takes a cancel only while the balance is the one it names,
/// what is available only falls, so of all sends of one refund at most one takes effect. Neither age nor the number of
/// sends nor that a person was told decides anything.
public final class OrderRule {

    private OrderRule() {}

    public static Verdict decide(Unsettled refund, Look look) {
        return switch (look) {
            // Requested means that nothing was sent.
            case Look.Found _ when refund.status() == RefundStatus.REQUESTED -> new Verdict.AskAgain();
            case Look.Found(var aid, var canceledAt) -> new Verdict.Succeeded(aid, canceledAt);
            case Look.NotThere _ -> refund.quiet() ? notThere(refund) : new Verdict.AskAgain();
            // Elsewhere in the ledger already: nothing is left to be given back by this refund.
            case Look.RecordedOutside _ when refund.status() == RefundStatus.FAILED -> new Verdict.Confirmed();
            case Look.RecordedOutside _
            when refund.status() != RefundStatus.REQUESTED -> new Verdict.Failed(Failure.REFUNDED_OUTSIDE);
            case Look.RecordedOutside _ -> new Verdict.AskAgain();
            case Look.Moved(var movements) -> refund.quiet() ? new Verdict.Correct(movements) : new Verdict.AskAgain();
            case Look.Unexplained _, Look.NothingLearned _, Look.Contradicts _ -> new Verdict.AskAgain();
        };
    }

    /// The money is where it was, and nothing that was sent can be under way any more.
    private static Verdict notThere(Unsettled refund) {
        if (refund.status() == RefundStatus.REQUESTED) {
            return new Verdict.AskAgain();
        }
        if (refund.status() == RefundStatus.FAILED) {
            return new Verdict.Confirmed();
        }
        if (refund.finalRefusal() != null) {
            return new Verdict.Failed(refund.finalRefusal());
        }
        if (refund.review() == ReviewReason.SAME_AMOUNT_OUTSIDE) {
            return new Verdict.AskAgain();
        }
        return refund.availableKrw() == refund.expectedKrw() ? new Verdict.Repeat() : new Verdict.StartAnew();
    }

    /// Why a person is told, if one is and was not yet for a reason as weighty; also of a failure that `order` does not
    /// confirm, as later cancellations wait for that. What a first look shows may still be on its way from one of
    /// KakaoPay's lists to the other: nobody is told within the quiet time.
    public static @Nullable ReviewReason escalation(Unsettled refund, Look look) {
        ReviewReason reason = reason(refund, look);
        ReviewReason before = refund.review();
        return reason != null && (before == null || reason.compareTo(before) > 0) ? reason : null;
    }

    private static @Nullable ReviewReason reason(Unsettled refund, Look look) {
        return switch (look) {
            case Look.Found _, Look.RecordedOutside _, Look.Moved _ -> null;
            case Look.NotThere _ ->
                refund.status() != RefundStatus.FAILED && refund.sentOften() && refund.finalRefusal() == null
                        ? ReviewReason.MANY_ATTEMPTS
                        : null;
            case Look.Unexplained _ -> refund.quiet() ? ReviewReason.BALANCE_DIFFERS : null;
            case Look.NothingLearned _ -> refund.overdue() ? ReviewReason.UNSETTLED_FOR_LONG : null;
            case Look.Contradicts _ -> refund.quiet() ? ReviewReason.ORDER_CONTRADICTS : null;
        };
    }
}
