package com.coworkpay.refund.approval;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.refund.domain.Approval.AnswerKind;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundAction;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person answers to a refund that waits for approval.
///
/// @param amountKrw that the person saw; absent for one who takes it back
record NewAnswer(
        String locationId,
        UUID paymentId,
        UUID refundId,
        AnswerKind kind,
        @Nullable Long amountKrw,
        @Nullable String note,
        Actor actor) {

    String caller() {
        return actor.subject();
    }

    /// What is on record of it.
    AuditEntry audit(Refund before, Refund after) {
        RefundAction action =
                switch (kind) {
                    case APPROVED -> RefundAction.REFUND_APPROVED;
                    case DECLINED -> RefundAction.REFUND_DECLINED;
                    case WITHDRAWN -> RefundAction.REFUND_WITHDRAWN;
                };
        return AuditEntry.done(action, actor, AuditedObject.refund(locationId, paymentId, refundId))
                .because(note)
                .with("amountKrw", after.amountKrw())
                .changed("status", before.status(), after.status());
    }
}
