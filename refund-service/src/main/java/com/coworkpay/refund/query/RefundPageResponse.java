package com.coworkpay.refund.query;

import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.ledger.RefundResponse;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of a location's refunds.
@Schema(name = "RefundPageResponse")
record RefundPageResponse(
        @Schema(description = "Newest first") List<LocationRefund> refunds,

        @Schema(description = "Send it as `cursor` with the same filters for the next page; null on the last one")
        @Nullable
        String nextCursor,

        @Schema(description = "The zone in which days begin and end")
        String timezone) {

    /// A refund and its payment.
    @Schema(name = "LocationRefund")
    record LocationRefund(
            UUID paymentId,
            RefundedPayable payable,
            String description,
            String payerId,

            @Schema(description = "False for a KakaoPay test account: no money moves")
            boolean live,

            @Schema(description = "The payment is an overpayment and is refunded in full")
            boolean overpaid,

            @Schema(description = "What was paid, in won") long totalKrw,

            @Schema(description = "By all refunds of the payment")
            long refundedKrw,

            @Schema(description = "Reserved for refunds of the payment that are requested, in flight or unknown")
            long reservedKrw,

            @Schema(description = "Refunded another way, as a person recorded; not by KakaoPay")
            long refundedElsewhereKrw,

            @Schema(description = "What can still be refunded; a request for a refund must name it")
            long balanceKrw,

            RefundResponse refund) {

        static LocationRefund of(ListedRefund listed) {
            PaidPayment payment = listed.payment();
            return new LocationRefund(
                    payment.paymentId(),
                    new RefundedPayable(payment.payableType(), payment.payableId()),
                    listed.description(),
                    listed.payerId(),
                    payment.live(),
                    payment.overpaid(),
                    payment.totalKrw(),
                    payment.refundedKrw(),
                    payment.reservedKrw(),
                    payment.refundedElsewhereKrw(),
                    payment.amounts().balanceKrw(),
                    RefundResponse.of(listed.refund()));
        }
    }

    /// What was paid for.
    @Schema(name = "RefundedPayable")
    record RefundedPayable(
            @Schema(description = "A `PayableType`, or one that is newer")
            String type,

            String id) {}
}
