package com.coworkpay.refund.batch;

import com.coworkpay.refund.batch.domain.BatchOutcome;
import com.coworkpay.refund.batch.domain.LeftOutReason;
import com.coworkpay.refund.domain.Failure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the payments of a refund batch.
@Schema(name = "RefundBatchPaymentPageResponse")
record BatchPaymentPageResponse(
        @Schema(description = "In the order of their ids") List<BatchPaymentResponse> payments,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {

    /// A payment of a refund batch.
    @Schema(name = "RefundBatchPaymentResponse")
    record BatchPaymentResponse(
            UUID paymentId,
            String description,

            @Schema(examples = "EVENT_TICKET") String payableType,
            String payableId,
            Instant approvedAt,

            @Schema(description = "What was paid, in won") long totalKrw,

            @Schema(
                    description =
                            "What was given back of it, reserved, or refunded elsewhere when it was counted, in won")
            long givenBackKrw,

            @Schema(description = "What the batch gives back at most, in won; 0 where it is left out")
            long amountKrw,

            BatchOutcome outcome,

            @Schema(
                    description =
                            "It waits for an earlier refund by a cancellation or batch: only if that fails it is refunded")
            boolean underWay,

            @Schema(description = "Why it is left out") @Nullable
            LeftOutReason leftOutReason,

            @Schema(description = "What can still be refunded of it now, in won")
            long balanceKrw,

            @Schema(description = "The batch's refund of it, once it is requested") @Nullable
            UUID refundId,

            @Schema(description = "Of that refund, in won") @Nullable
            Long refundKrw,

            @Schema(description = "Why that refund failed") @Nullable
            Failure failure) {

        static BatchPaymentResponse of(BatchPayment payment) {
            return new BatchPaymentResponse(
                    payment.paymentId(),
                    payment.description(),
                    payment.payableType(),
                    payment.payableId(),
                    payment.approvedAt(),
                    payment.totalKrw(),
                    payment.givenBackKrw(),
                    payment.amountKrw(),
                    payment.outcome(),
                    payment.underWay(),
                    payment.leftOut(),
                    payment.balanceKrw(),
                    payment.refundId(),
                    payment.refundKrw(),
                    payment.failure());
        }
    }
}
