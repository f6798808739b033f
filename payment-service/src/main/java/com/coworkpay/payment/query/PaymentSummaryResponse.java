package com.coworkpay.payment.query;

import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.LocalizedText;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.domain.ReasonTexts;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A payment in a list. Reading it alone tells more.
@Schema(
        name = "PaymentSummaryResponse",
        requiredProperties = {
            "paymentId",
            "version",
            "status",
            "payerId",
            "payable",
            "description",
            "totalKrw",
            "supplyKrw",
            "vatKrw",
            "taxFreeKrw",
            "refundedKrw",
            "refundPendingKrw",
            "overpaidKrw",
            "live",
            "createdAt"
        })
record PaymentSummaryResponse(
        UUID paymentId,
        long version,

        @Schema(description = "A refund leaves it SUCCEEDED; refundedKrw is how much was refunded")
        PublicStatus status,

        @Schema(description = "Why it is over without being paid") @Nullable
        String reason,

        @Schema(description = "What the reason means") @Nullable
        LocalizedText reasonText,

        String payerId,

        @Schema(description = "The checkout that it is an attempt to pay") @Nullable
        UUID checkoutId,

        PayableResponse payable,
        String description,
        long totalKrw,
        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,

        @Schema(description = "What the payer got back in all")
        long refundedKrw,

        @Schema(description = "Being refunded by KakaoPay") long refundPendingKrw,

        @Schema(description = "Money that was taken without being owed; it is refunded in full")
        long overpaidKrw,

        boolean live,
        Instant createdAt,
        @Nullable Instant expiresAt,

        @Schema(description = "KakaoPay's own time") @Nullable
        Instant approvedAt,

        @Schema(description = "In manual review since then, while it is open; for payment:read") @Nullable
        Instant manualReviewSince) {

    static PaymentSummaryResponse of(PaymentDetails found) {
        Payment p = found.payment();
        ApprovalDetails approval = p.approval();
        return new PaymentSummaryResponse(
                p.id(),
                p.version(),
                p.status().publicStatus(),
                p.reason() == null ? null : p.reason().name(),
                p.reason() == null ? null : ReasonTexts.of(p.reason()),
                p.payerId(),
                p.checkoutId(),
                PayableResponse.of(p),
                p.description(),
                p.amounts().totalKrw(),
                p.amounts().supplyKrw(),
                p.amounts().vatKrw(),
                p.amounts().taxFreeKrw(),
                found.refundedKrw(),
                found.refundPendingKrw(),
                p.overpaidKrw(),
                p.live(),
                p.createdAt(),
                p.expiresAt(),
                approval == null ? null : approval.approvedAt(),
                found.forPeopleOfTheLocation() ? p.openReviewSince() : null);
    }
}
