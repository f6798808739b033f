package com.coworkpay.refund.query;

import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.ledger.DecisionResponse;
import com.coworkpay.refund.ledger.RefundResponse;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A payment's refunds, the newest decisions about it, and what is left.
@Schema(name = "PaymentRefundsResponse")
record PaymentRefundsResponse(
        UUID paymentId,

        @Schema(description = "Version of the published state of this payment's refunds")
        long version,

        String locationId,

        @Schema(description = "False for a KakaoPay test account: no money moves")
        boolean live,

        @Schema(description = "The payment is an overpayment and is refunded in full")
        boolean overpaid,

        long totalKrw,
        long refundedKrw,

        @Schema(description = "Reserved for refunds that are requested, in flight or unknown")
        long reservedKrw,

        @Schema(description = "Refunded another way, as a person recorded; not by KakaoPay")
        long refundedElsewhereKrw,

        @Schema(description = "What can still be refunded; a request for a refund must name it")
        long balanceKrw,

        @Schema(
                description =
                        "The location's limit in whole won: a refund with which totalKrw - balanceKrw would be above"
                                + " it waits for another person; null while the location is not known")
        @Nullable
        Long approvalLimitKrw,

        List<RefundResponse> refunds,

        @Schema(description = "The newest 20, oldest first; each is also found by its cancellation")
        List<DecisionResponse> decisions,

        @Schema(description = "The number of older decisions that are left out")
        long decisionsOmitted) {

    static PaymentRefundsResponse of(Ledger ledger, @Nullable Long approvalLimitKrw) {
        PaidPayment payment = ledger.payment();
        return new PaymentRefundsResponse(
                payment.paymentId(),
                payment.version(),
                payment.locationId(),
                payment.live(),
                payment.overpaid(),
                payment.totalKrw(),
                payment.refundedKrw(),
                payment.reservedKrw(),
                payment.refundedElsewhereKrw(),
                payment.amounts().balanceKrw(),
                approvalLimitKrw,
                ledger.refunds().stream().map(RefundResponse::of).toList(),
                ledger.decisions().stream().map(DecisionResponse::of).toList(),
                ledger.decisionsOmitted());
    }
}
