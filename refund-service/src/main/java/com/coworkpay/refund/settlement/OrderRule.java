package com.coworkpay.refund.settlement;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import org.jspecify.annotations.Nullable;

/// What KakaoPay's `order` means for a refund whose cancel may have taken effect (docs/design/refund-service.md has it
/// as a table).
///
/// A repeat is safe because it is compare-and-set: KakaoPay accepts a cancel only while the balance is the one it
/// names, and the balance only falls, so at most one attempt of a refund takes effect. Neither age nor the number of
/// attempts nor an escalation decides anything.
final class OrderRule {

    private OrderRule() {}

    public static SettlementDecision decide(SettlementFacts refund, OrderInquiry inquiry) {
        return switch (inquiry) {
            // Requested means that nothing was sent.
            case OrderInquiry.Canceled _
            when refund.status() == RefundStatus.REQUESTED -> new SettlementDecision.CheckLater();
            case OrderInquiry.Canceled(var aid, var canceledAt) -> new SettlementDecision.Succeeded(aid, canceledAt);
            case OrderInquiry.NotCanceled _ -> refund.quiet() ? notThere(refund) : new SettlementDecision.CheckLater();
            // Recorded as made outside already: nothing is left for this refund.
            case OrderInquiry.RecordedOutside _
            when refund.status() == RefundStatus.FAILED -> new SettlementDecision.Confirmed();
            case OrderInquiry.RecordedOutside _
            when refund.status() != RefundStatus.REQUESTED -> new SettlementDecision.Failed(Failure.REFUNDED_OUTSIDE);
            case OrderInquiry.RecordedOutside _ -> new SettlementDecision.CheckLater();
            case OrderInquiry.CanceledOutside(var movements) ->
                refund.quiet() ? new SettlementDecision.Correct(movements) : new SettlementDecision.CheckLater();
            case OrderInquiry.UnexplainedBalance _, OrderInquiry.Inconclusive _, OrderInquiry.Contradiction _ ->
                new SettlementDecision.CheckLater();
        };
    }

    /// The money is still there, and nothing that was sent can be in flight any more.
    private static SettlementDecision notThere(SettlementFacts refund) {
        if (refund.status() == RefundStatus.REQUESTED) {
            return new SettlementDecision.CheckLater();
        }
        if (refund.status() == RefundStatus.FAILED) {
            return new SettlementDecision.Confirmed();
        }
        if (refund.repeatDecline() != null) {
            return new SettlementDecision.Failed(refund.repeatDecline());
        }
        if (refund.review() == ReviewReason.SAME_AMOUNT_OUTSIDE) {
            return new SettlementDecision.CheckLater();
        }
        return refund.availableKrw() == refund.expectedKrw()
                ? new SettlementDecision.Repeat()
                : new SettlementDecision.Restart();
    }

    /// Why the refund is escalated, if it is and was not yet for a reason as serious; also for a failure that `order`
    /// does not confirm, as later cancellations wait for that. KakaoPay's list of cancels may lag behind its
    /// balance:
    /// nothing is escalated within the quiet time.
    public static @Nullable ReviewReason escalation(SettlementFacts refund, OrderInquiry inquiry) {
        ReviewReason reason = reason(refund, inquiry);
        ReviewReason before = refund.review();
        return reason != null && (before == null || reason.compareTo(before) > 0) ? reason : null;
    }

    private static @Nullable ReviewReason reason(SettlementFacts refund, OrderInquiry inquiry) {
        return switch (inquiry) {
            case OrderInquiry.Canceled _, OrderInquiry.RecordedOutside _, OrderInquiry.CanceledOutside _ -> null;
            case OrderInquiry.NotCanceled _ ->
                refund.status() != RefundStatus.FAILED && refund.manyAttempts() && refund.repeatDecline() == null
                        ? ReviewReason.MANY_ATTEMPTS
                        : null;
            case OrderInquiry.UnexplainedBalance _ -> refund.quiet() ? ReviewReason.BALANCE_DIFFERS : null;
            case OrderInquiry.Inconclusive _ -> refund.overdue() ? ReviewReason.UNSETTLED_TOO_LONG : null;
            case OrderInquiry.Contradiction _ -> refund.quiet() ? ReviewReason.ORDER_CONTRADICTS : null;
        };
    }
}
