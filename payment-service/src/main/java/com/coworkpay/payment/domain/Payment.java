package com.coworkpay.payment.domain;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.RefundPolicy;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment: the row of the table `payment`, each component the column of its name; what the columns mean is said in
/// `schema.sql`. [PaymentState] says which changes are legal, and each of them makes the row as it is afterwards.
///
/// @param pgToken sealed
/// @param checkoutId the checkout that it is an attempt to pay, if it is
/// @param approval KakaoPay's answer, once it is paid or overpaid
/// @param refundedKrw as refund-service publishes it; never changed here
/// @param checkRequestedAt when a person last asked for an inquiry; never changed here
@RecordBuilder
@RecordBuilder.Options(addClassRetainedGenerated = true, enableWither = false)
public record Payment(
        UUID id,
        long version,
        PaymentStatus status,
        @Nullable Reason reason,
        String locationId,
        String payerId,
        String ownerId,
        String ownerRole,
        String payableType,
        String payableId,
        @Nullable String resourceType,
        @Nullable String resourceId,
        @Nullable String eventId,
        @Nullable Instant startAt,
        @Nullable LocalDate startDay,
        String description,
        Amounts amounts,
        int quantity,
        Device device,
        String returnUrl,
        @Nullable RefundPolicy policy,
        String merchantAccountId,
        String cid,
        boolean live,
        @Nullable UUID checkoutId,
        byte[] requestHash,
        int readyAttempts,
        @Nullable Instant readyClaimedAt,
        @Nullable String partnerUserId,
        @Nullable Ready ready,
        byte @Nullable [] pgToken,
        @Nullable Instant approveClaimedAt,
        @Nullable Instant approveSentAt,
        int softDeclines,
        @Nullable String declineCode,
        @Nullable ApprovalDetails approval,
        long refundedKrw,
        long overpaidKrw,
        Instant createdAt,
        @Nullable Instant initiatedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant canceledAt,
        @Nullable Instant failedAt,
        @Nullable Instant unsettledSince,
        @Nullable Instant manualReviewSince,
        @Nullable Instant nextCheckAt,
        int checkAttempts,
        @Nullable Instant checkRequestedAt,
        @Nullable String lastInquiryResult,
        @Nullable String lastAnswer,
        @Nullable String traceparent) {

    /// KakaoPay's item_name takes 100 characters, without a definition of a character. Ours are code points; what
    /// is sent is cut to fit either way of counting, and never within a code point.
    public String itemName() {
        String text = description;
        if (text.length() <= 100) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(99)) ? 99 : 100;
        return text.substring(0, end);
    }

    public @Nullable String tid() {
        return ready == null ? null : ready.tid();
    }

    public boolean wasClaimed() {
        return approveClaimedAt != null;
    }

    /// In manual review since then, as long as it is open: not over, or over with a contradiction.
    public @Nullable Instant openReviewSince() {
        return !status.isOver() && status != PaymentStatus.CREATED || unsettledSince != null ? manualReviewSince : null;
    }

    /// When it was over without being paid.
    @Nullable
    Instant endedAt() {
        return latest(canceledAt, failedAt);
    }

    /// The next version: what changes status, or what others decide by.
    PaymentBuilder next() {
        return change().version(version + 1);
    }

    /// The same version: a check that decided nothing does not overtake what others decide meanwhile.
    public PaymentBuilder change() {
        return PaymentBuilder.builder(this);
    }

    PaymentState.Paid paid(ApprovalDetails approved, CheckTimes times) {
        return new PaymentState.Paid(next().status(PaymentStatus.PAID)
                .reason(null)
                .pgToken(null)
                .approval(approved.storable(times.at()))
                .unsettledSince(null)
                .nextCheckAt(null)
                .build());
    }

    /// The payable of an overpayment is not paid.
    PaymentState.Overpaid overpaid(ApprovalDetails approved, CheckTimes times) {
        return new PaymentState.Overpaid(next().status(PaymentStatus.OVERPAID)
                .reason(Reason.LATE_APPROVAL)
                .pgToken(null)
                .approval(approved.storable(times.at()))
                .overpaidKrw(amounts.totalKrw())
                .canceledAt(canceledAt == null ? times.at() : canceledAt)
                .unsettledSince(null)
                .nextCheckAt(null)
                .build());
    }

    PaymentState.Canceled canceled(Reason why, CheckTimes times) {
        return new PaymentState.Canceled(over(why, times.lateInquiry(this))
                .status(PaymentStatus.CANCELED)
                .canceledAt(times.at())
                .declineCode(null)
                .build());
    }

    /// @param decline KakaoPay's reason, where it declined
    PaymentState.Failed failed(Reason why, @Nullable Decline decline, CheckTimes times) {
        boolean mayBeATimeOut = decline == null || decline.mayBeATimeOut();
        return new PaymentState.Failed(
                over(why, mayBeATimeOut ? times.lateInquiryAfterDecline(this) : times.lateInquiry(this))
                        .status(PaymentStatus.FAILED)
                        .failedAt(times.at())
                        .declineCode(decline == null ? null : decline.code())
                        .build());
    }

    private PaymentBuilder over(Reason why, @Nullable Instant lateInquiryAt) {
        return next().reason(why)
                .pgToken(null)
                .unsettledSince(null)
                .checkAttempts(0)
                .nextCheckAt(lateInquiryAt);
    }

    /// Manual review is asked for the first time. A payment that is over enters it with its first contradiction, even
    /// if it was in manual review before it was over.
    private boolean isNewlyEscalated(boolean escalate) {
        return escalate && (manualReviewSince == null || status.isOver() && unsettledSince == null);
    }

    /// Nothing was decided.
    PaymentBuilder checkedLater(Inquired inquired, CheckTimes times) {
        boolean newlyEscalated = isNewlyEscalated(inquired.escalate());
        Instant reviewSince = newlyEscalated ? times.at() : manualReviewSince;
        int attempts = status == PaymentStatus.APPROVING ? 0 : checkAttempts;
        return (newlyEscalated || status == PaymentStatus.APPROVING ? next() : change())
                .lastInquiryResult(inquired.result() == null ? lastInquiryResult : inquired.result())
                .lastAnswer(inquired.answer() == null ? lastAnswer : inquired.answer())
                .unsettledSince(inquired.escalate() && unsettledSince == null ? approveClaimedAt : unsettledSince)
                .manualReviewSince(reviewSince)
                .checkAttempts(attempts)
                .nextCheckAt(times.nextCheck(this, attempts, reviewSince, inquired.hasLearnedNothing()));
    }

    Payment confirmed(CheckTimes times) {
        return next().unsettledSince(null)
                .checkAttempts(0)
                .nextCheckAt(times.lateInquiry(this))
                .build();
    }

    static @Nullable Instant latest(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }

    static Instant required(@Nullable Instant at) {
        return Objects.requireNonNull(at);
    }
}
