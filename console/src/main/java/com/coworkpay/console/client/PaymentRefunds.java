package com.coworkpay.console.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was and can be refunded of a payment, as refund-service has it now.
///
/// @param balanceKrw what can still be refunded: reservations are taken off
/// @param approvalLimitKrw what is refunded or reserved above it needs another person; null while it is not known
public record PaymentRefunds(
        String paymentId,
        boolean live,
        long totalKrw,
        long refundedKrw,
        long reservedKrw,
        long refundedElsewhereKrw,
        long balanceKrw,
        @Nullable Long approvalLimitKrw,
        List<Refund> refunds,
        List<Decision> decisions,
        long decisionsOmitted) {

    public record Refund(
            String refundId,
            String status,
            String origin,
            String reason,
            @Nullable String note,
            long amountKrw,
            long vatKrw,
            @Nullable String cancellationId,
            @Nullable String requestedBy,
            Instant requestedAt,
            @Nullable Instant canceledAt,
            @Nullable String aid,
            @Nullable String failure,
            @Nullable Instant failedAt,
            @Nullable Instant manualReviewSince,
            @Nullable String manualReviewReason,
            @Nullable RefundApproval approval,
            @Nullable String lastAnswer,
            @Nullable LocalizedText explanation) {

        public boolean isAwaitingApproval() {
            return status.equals("AWAITING_APPROVAL") && approval != null;
        }

        /// It moved nothing, and nobody has said yet that the money went back another way.
        public boolean isRecordable() {
            return status.equals("FAILED") && !"REFUNDED_ELSEWHERE".equals(failure);
        }

        /// What people answered who were asked to approve it, oldest first.
        public List<RefundApproval.Answer> answers() {
            return approval == null ? List.of() : approval.answers();
        }
    }

    /// The location's limit, if refunding so much more needs another person; null if it does not, or is not known.
    public @Nullable Long limitBelow(long moreKrw) {
        return approvalLimitKrw != null && totalKrw - balanceKrw + moreKrw > approvalLimitKrw ? approvalLimitKrw : null;
    }

    public record Decision(
            String decisionId,
            @Nullable String cancellationId,
            String outcome,
            String reason,
            long amountKrw,
            @Nullable Instant deadlineAt,
            Instant decidedAt,
            Map<String, Object> evidence,
            LocalizedText explanation) {}

    /// @param amountKrw null: all that is left
    /// @param balanceKrw what the person saw
    public record Request(
            @Nullable Long amountKrw,
            long balanceKrw,
            String reason,
            @Nullable String note) {}
}
