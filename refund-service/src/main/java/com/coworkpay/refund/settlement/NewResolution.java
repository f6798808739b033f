package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.refund.domain.ApprovalLimit;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.domain.RefundStatus;
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
/// @param resolvedBy who asked for it
/// @param actor who sent this request: that person, or the one who approves it
/// @param limit the location's, for one that nobody has approved
/// @param approved by another person; absent where nobody else is needed
record NewResolution(
        String locationId,
        UUID paymentId,
        UUID refundId,
        ResolutionOutcome outcome,
        @Nullable String aid,
        String evidence,
        @Nullable String note,
        String resolvedBy,
        Actor actor,
        String idempotencyKey,
        @Nullable ApprovalLimit limit,
        @Nullable Approved approved) {

    /// @param note of the approver
    /// @param limitKrw the location's limit that it is above
    record Approved(String by, @Nullable String note, long limitKrw) {}

    /// The same, to be compared with this limit on each version of the ledger.
    public NewResolution within(ApprovalLimit known) {
        return new NewResolution(
                locationId,
                paymentId,
                refundId,
                outcome,
                aid,
                evidence,
                note,
                resolvedBy,
                actor,
                idempotencyKey,
                known,
                approved);
    }

    /// Another person has to approve it, and nobody has.
    public boolean isUnapproved(Ledger ledger) {
        return approved == null
                && limit != null
                && ledger.refund(refundId)
                        .filter(refund -> isAbove(limit, ledger, refund))
                        .isPresent();
    }

    /// Another person has to approve it: what the payment has given back and reserved, with this refund, is above.
    public static boolean isAbove(ApprovalLimit limit, Ledger ledger, Refund refund) {
        boolean isCounted = refund.status().isReserved() || refund.status() == RefundStatus.SUCCEEDED;
        return limit.isExceeded(ledger.amounts(), isCounted ? 0 : refund.amountKrw());
    }

    /// What is on record of it, done or refused.
    AuditEntry audit() {
        return AuditEntry.done(
                        RefundAction.REFUND_RESOLVED, actor, AuditedObject.refund(locationId, paymentId, refundId))
                .because(note == null ? evidence : evidence + "\n" + note)
                .with("resolution", outcome)
                .with("aid", aid)
                .with("proposedBy", approved == null ? null : resolvedBy);
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
                resolvedBy,
                idempotencyKey,
                requestHash(),
                at,
                traceparent,
                approved == null ? null : approved.by(),
                approved == null ? null : approved.limitKrw(),
                approved == null ? null : approved.note());
    }
}
