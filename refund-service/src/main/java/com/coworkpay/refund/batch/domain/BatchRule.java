package com.coworkpay.refund.batch.domain;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.LedgerAmounts;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.policy.domain.EarlierRefund;
import com.coworkpay.refund.policy.domain.RefundRule;
import java.util.function.Predicate;

/// What a refund batch gives back of a payment: all that is left, whatever policy and switch say. The dry run and the
/// run are the same call. Pure.
public final class BatchRule {

    private BatchRule() {}

    public static BatchResult result(Ledger ledger) {
        boolean isRefundable = PayableType.find(ledger.payment().payableType())
                .filter(PayableType::isRefundedByCancellation)
                .isPresent();
        if (!isRefundable) {
            return new BatchResult.LeftOut(LeftOutReason.TYPE_NOT_REFUNDABLE);
        }
        return switch (EarlierRefund.of(ledger.refunds())) {
            case SUCCEEDED -> new BatchResult.LeftOut(LeftOutReason.ALREADY_REFUNDED);
            case UNDER_WAY -> underWay(ledger);
            case NONE -> left(ledger);
        };
    }

    /// Only if the earlier refund fails it is refunded, and then with that one's amount.
    private static BatchResult underWay(Ledger ledger) {
        boolean isInReview = ledger.refunds().stream()
                .filter(EarlierRefund::isUnderWay)
                .anyMatch(refund -> refund.manualReviewSince() != null);
        if (isInReview) {
            return new BatchResult.LeftOut(LeftOutReason.REFUND_IN_REVIEW);
        }
        long reservedKrw = ledger.refunds().stream()
                .filter(EarlierRefund::isUnderWay)
                .filter(isReserved())
                .mapToLong(Refund::amountKrw)
                .sum();
        long maxKrw = ledger.amounts().balanceKrw() + reservedKrw;
        return maxKrw == 0 ? new BatchResult.LeftOut(LeftOutReason.NOTHING_LEFT) : new BatchResult.UnderWay(maxKrw);
    }

    private static Predicate<Refund> isReserved() {
        return refund -> refund.status().isReserved();
    }

    private static BatchResult left(Ledger ledger) {
        if (ledger.refunds().size() >= RefundRule.MAX_REFUNDS) {
            return new BatchResult.LeftOut(LeftOutReason.TOO_MANY_REFUNDS);
        }
        long balanceKrw = ledger.amounts().balanceKrw();
        return balanceKrw == 0
                ? new BatchResult.LeftOut(LeftOutReason.NOTHING_LEFT)
                : new BatchResult.Refundable(balanceKrw);
    }

    /// What was given back of a payment, is reserved, or was refunded elsewhere, without what the batch may give back
    /// instead.
    public static long givenBackKrw(Ledger ledger, BatchResult result) {
        LedgerAmounts amounts = ledger.amounts();
        long takenKrw = amounts.paid().totalKrw() - amounts.balanceKrw();
        return result instanceof BatchResult.UnderWay(long amountKrw)
                ? takenKrw - (amountKrw - amounts.balanceKrw())
                : takenKrw;
    }
}
