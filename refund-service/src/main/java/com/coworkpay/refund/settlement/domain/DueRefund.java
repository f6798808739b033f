package com.coworkpay.refund.settlement.domain;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.refund.domain.Failure;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refund that a settlement worker has taken.
public record DueRefund(
        UUID refundId,
        UUID paymentId,
        long version,
        SettlementFacts facts,
        PayableRef payable,
        OurCancels cancels,
        @Nullable Failure failure,
        long paidKrw,
        String merchantAccountId,
        String cid,
        String tid,
        @Nullable String traceparent) {

    /// The same, after its escalation.
    public DueRefund afterEscalation() {
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
