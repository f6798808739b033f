package com.coworkpay.refund.refund;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.refund.domain.Approval;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.domain.RefundBuilder;
import com.coworkpay.refund.domain.RefundReason;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.RequestHash;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refund as an administrator requests it.
///
/// @param amountKrw absent: all that is left
/// @param balanceKrw the balance that the administrator saw; a stale one is refused
public record NewRefund(
        String locationId,
        UUID paymentId,
        @Nullable Long amountKrw,
        long balanceKrw,
        RefundReason reason,
        @Nullable HumanText note,
        Actor actor,
        String idempotencyKey) {

    public String caller() {
        return actor.subject();
    }

    /// What is on record of it, once it is stored.
    public AuditEntry audit(Refund refund) {
        return AuditEntry.done(
                        RefundAction.REFUND_REQUESTED, actor, AuditedObject.refund(locationId, paymentId, refund.id()))
                .because(note == null ? null : note.text())
                .with("amountKrw", refund.amountKrw())
                .with("reason", reason)
                .with("status", refund.status());
    }

    public long requestedKrw() {
        return amountKrw == null ? balanceKrw : amountKrw;
    }

    /// The refund that it asks for.
    ///
    /// @param approval that it needs, if any
    /// @param traceparent of the request
    public Refund refund(
            UUID id, Amounts amounts, @Nullable Approval approval, Instant at, @Nullable String traceparent) {
        return RefundBuilder.builder()
                .id(id)
                .paymentId(paymentId)
                .version(1)
                .status(approval == null ? RefundStatus.REQUESTED : RefundStatus.AWAITING_APPROVAL)
                .origin(Origin.ADMINISTRATOR)
                .amountKrw(amounts.totalKrw())
                .vatKrw(amounts.vatKrw())
                .taxFreeKrw(amounts.taxFreeKrw())
                .reason(reason.name())
                .note(note == null ? null : note.text())
                .requestedBy(caller())
                .caller(caller())
                .idempotencyKey(idempotencyKey)
                .requestHash(requestHash())
                .moreAids(List.of())
                .approval(approval)
                .nextCheckAt(approval == null ? at : approval.expiresAt())
                .requestedAt(at)
                .traceparent(traceparent)
                .build();
    }

    /// A note counts as it was sent, before it was normalised: another version of the program, with other Unicode
    /// data, computes the same.
    public String requestHash() {
        String sent = note == null ? null : note.asSent();
        return RequestHash.of("1", locationId, paymentId, amountKrw, balanceKrw, reason, sent);
    }
}
