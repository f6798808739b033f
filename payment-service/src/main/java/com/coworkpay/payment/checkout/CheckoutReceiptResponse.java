package com.coworkpay.payment.checkout;

import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.query.PaymentDetails;
import com.coworkpay.payment.query.PaymentRefundResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a receipt says beside what was to be paid.
@Schema(
        name = "CheckoutReceiptResponse",
        requiredProperties = {"paymentId", "approvedAt", "refundedKrw", "refundPendingKrw", "refunds"})
record CheckoutReceiptResponse(
        @Schema(description = "The number of the receipt, and KakaoPay's Order ID")
        UUID paymentId,

        @Schema(description = "KakaoPay's own time") Instant approvedAt,

        @Schema(description = "CARD, MONEY or OTHER") @Nullable
        String method,

        @Nullable String cardCompany,
        long refundedKrw,

        @Schema(description = "Being refunded by KakaoPay") long refundPendingKrw,

        @Schema(description = "Oldest first") List<PaymentRefundResponse> refunds) {

    static CheckoutReceiptResponse of(PaymentDetails paid) {
        ApprovalDetails approval = Objects.requireNonNull(paid.payment().approval());
        return new CheckoutReceiptResponse(
                paid.payment().id(),
                Objects.requireNonNull(approval.approvedAt()),
                approval.method(),
                approval.cardCompany(),
                paid.refundedKrw(),
                paid.refundPendingKrw(),
                PaymentRefundResponse.of(paid));
    }
}
