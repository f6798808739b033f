package com.coworkpay.refund.comparison;

import com.coworkpay.refund.domain.ComparisonOutcome;
import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.settlement.PaymentComparison;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The result of comparing one payment, and the payment after it.
@Schema(name = "PaymentComparisonResponse")
record PaymentComparisonResponse(
        UUID paymentId,

        @Schema(
                description =
                        "MATCHING: KakaoPay has what is expected. RECORDED: it had cancels that were not recorded here; they"
                                + " are now. UNEXPLAINED: its order does not say why it differs, nothing is guessed; it is compared"
                                + " again. REFUND_UNDER_WAY: a refund's own order inquiries go on. NO_ANSWER: nothing was found out")
        ComparisonOutcome outcome,

        @Schema(description = "Recorded as made outside, in won")
        long outsideKrw,

        @Schema(description = "Of refunds that counted as failed and that KakaoPay made after all, in won")
        long lateKrw,

        @Schema(description = "By how much KakaoPay's balance is lower than explained, in won")
        long missingKrw,

        @Schema(description = "Why it is not explained, or why there is no answer: a code for support") @Nullable
        String answer,

        @Schema(description = "What was paid, in won") long totalKrw,

        @Schema(description = "By all refunds of the payment")
        long refundedKrw,

        @Schema(description = "What can still be refunded") long balanceKrw,
        Instant comparedAt) {

    static PaymentComparisonResponse of(PaymentComparison result) {
        PaidPayment payment = result.ledger().payment();
        return new PaymentComparisonResponse(
                payment.paymentId(),
                result.outcome(),
                result.outsideKrw(),
                result.lateKrw(),
                result.missingKrw(),
                result.answer(),
                payment.totalKrw(),
                payment.refundedKrw(),
                payment.amounts().balanceKrw(),
                result.at());
    }
}
