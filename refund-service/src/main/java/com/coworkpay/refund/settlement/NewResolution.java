package com.coworkpay.refund.settlement;

import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RequestHash;
import com.coworkpay.refund.domain.Resolution;
import com.coworkpay.refund.domain.ResolutionOutcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A resolution as a person requests it.
///
/// @param aid KakaoPay's id of the cancel, with `REFUNDED`
/// @param evidence what proves it
record NewResolution(
        String locationId,
        UUID paymentId,
        UUID refundId,
        ResolutionOutcome outcome,
        @Nullable String aid,
        String evidence,
        @Nullable String note,
        String resolvedBy,
        String idempotencyKey) {

    public String requestHash() {
        return RequestHash.of("1", locationId, paymentId, refundId, outcome, aid, evidence, note);
    }

    /// @param orderAnswer what KakaoPay's order showed
    public Resolution resolution(Refund refund, String orderAnswer, Instant at, @Nullable String traceparent) {
        return new Resolution(
                Ids.next(),
                refundId,
                paymentId,
                outcome,
                refund.amountKrw(),
                evidence,
                note,
                orderAnswer,
                resolvedBy,
                idempotencyKey,
                requestHash(),
                at,
                traceparent);
    }
}
