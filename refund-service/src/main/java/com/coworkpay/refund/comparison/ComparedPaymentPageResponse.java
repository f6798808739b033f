package com.coworkpay.refund.comparison;

import com.coworkpay.refund.domain.ComparisonOutcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of payments that did not match.
@Schema(name = "ComparedPaymentPageResponse")
record ComparedPaymentPageResponse(
        @Schema(description = "In the order in which they were compared")
        List<ComparedPaymentResponse> payments,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {

    /// What a comparison found of one payment.
    @Schema(name = "ComparedPaymentResponse")
    record ComparedPaymentResponse(
            UUID paymentId,
            String description,
            Instant approvedAt,

            @Schema(description = "What was paid, in won") long totalKrw,

            ComparisonOutcome outcome,

            @Schema(description = "Recorded as made outside, in won")
            long outsideKrw,

            @Schema(description = "Of refunds that counted as failed and that KakaoPay made after all, in won")
            long lateKrw,

            @Schema(description = "By how much KakaoPay's balance is lower than explained, in won")
            long missingKrw,

            @Schema(description = "Why it is not explained, or why there is no answer: a code for support") @Nullable
            String answer,

            Instant comparedAt) {

        static ComparedPaymentResponse of(ComparedPayment compared) {
            return new ComparedPaymentResponse(
                    compared.paymentId(),
                    compared.description(),
                    compared.approvedAt(),
                    compared.totalKrw(),
                    compared.outcome(),
                    compared.outsideKrw(),
                    compared.lateKrw(),
                    compared.missingKrw(),
                    compared.answer(),
                    compared.comparedAt());
        }
    }
}
