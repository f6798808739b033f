package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundAction;
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
        Actor actor,
        String idempotencyKey) {

    public String resolvedBy() {
        return actor.subject();
    }

    /// What is on record of it, done or refused.
    AuditEntry audit() {
        return AuditEntry.done(
                        RefundAction.REFUND_RESOLVED, actor, AuditedObject.refund(locationId, paymentId, refundId))
                .because(note == null ? evidence : evidence + "\n" + note)
                .with("resolution", outcome)
                .with("aid", aid);
    }

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
                resolvedBy(),
                idempotencyKey,
                requestHash(),
                at,
                traceparent);
    }
}
