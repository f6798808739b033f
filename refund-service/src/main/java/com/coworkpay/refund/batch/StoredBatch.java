package com.coworkpay.refund.batch;

import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.refund.batch.domain.LeftOutReason;
import com.coworkpay.refund.batch.domain.RefundBatch;
import java.util.Map;

/// A refund batch with what its payments add up to.
///
/// @param version of the batch and of all its refunds together
/// @param underWay of `pending`, those that wait for an earlier refund
/// @param laterPayments became known, or were moved to its day, after the count
record StoredBatch(
        RefundBatch batch,
        DatabaseTime time,
        long version,
        long underWay,
        Map<LeftOutReason, Long> leftOut,
        long laterPayments,
        Progress progress) {

    record Progress(
            long pending,
            long requested,
            long requestedKrw,
            long refunded,
            long refundedKrw,
            long failed,
            long failedKrw,
            long inReview,
            long inReviewKrw,
            long stopped) {}
}
