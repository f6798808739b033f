package com.coworkpay.payment.kakaopay;

import com.coworkpay.kakaopay.connector.Approval;
import com.coworkpay.kakaopay.connector.Card;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.kakaopay.connector.UnknownReason;
import com.coworkpay.payment.approval.domain.ApproveOutcome;
import com.coworkpay.payment.domain.ApprovalDetails;
import org.jspecify.annotations.Nullable;

/// Maps the connector's outcome of approve to the domain's.
final class ApproveOutcomeMapper {

    private ApproveOutcomeMapper() {}

    static ApproveOutcome of(Outcome<Approval> outcome) {
        return switch (outcome) {
            case Outcome.Done<Approval>(Approval approval) -> new ApproveOutcome.Approved(details(approval));
            case Outcome.Refused<Approval> refused -> refused(refused.isFinal(), refused.reason());
            case Outcome.NotSent<Approval> notSent ->
                new ApproveOutcome.NotSent(notSent.reason().name());
            case Outcome.Unknown<Approval> unknown ->
                new ApproveOutcome.Unknown(unknown.reason().name(), contradicts(unknown.reason()));
        };
    }

    private static ApproveOutcome refused(boolean isFinal, RefusalReason reason) {
        return isFinal
                ? new ApproveOutcome.HardDecline(reason.name())
                : new ApproveOutcome.SoftDecline(reason.name(), reason == RefusalReason.PAYER_BUSY);
    }

    private static ApprovalDetails details(Approval approval) {
        return new ApprovalDetails(approval.approvedAt(), approval.method().name(), issuer(approval.card()));
    }

    static @Nullable String issuer(@Nullable Card card) {
        return card == null ? null : card.issuer();
    }

    /// An answer came, but not one that fits this payment: whatever happened, it needs manual review.
    static boolean contradicts(UnknownReason reason) {
        return reason == UnknownReason.MISMATCH
                || reason == UnknownReason.MALFORMED_ANSWER
                || reason == UnknownReason.ANSWER_TOO_LARGE;
    }
}
