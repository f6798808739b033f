package com.coworkpay.refund.settlement.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Payable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refund in the hands of a settlement worker.
public record DueRefund(
        UUID refundId,
        UUID paymentId,
        long version,
        Unsettled facts,
        Payable payable,
        OurCancels cancels,
        @Nullable Failure failure,
        long paidKrw,
        String merchantAccountId,
        String cid,
        String tid,
        @Nullable String traceparent) {

    /// The same, after a move of its own.
    public DueRefund moved() {
        return new DueRefund(
                refundId,
                paymentId,
                version + 1,
                facts,
                payable,
                cancels,
                failure,
                paidKrw,
                merchantAccountId,
                cid,
                tid,
                traceparent);
    }
}
