package com.coworkpay.refund.query;

import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.policy.domain.DecisionReason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a cancellation would refund.
@Schema(name = "RefundPreviewResponse")
record RefundPreviewResponse(
        UUID paymentId,

        @Schema(description = "The time of the hypothetical cancellation")
        Instant at,

        boolean refundable,
        long amountKrw,
        DecisionReason reason,

        @Schema(description = "The last moment that is in time, where the policy has one") @Nullable
        Instant deadlineAt,

        @Schema(description = "The same in the location's local time") @Nullable
        OffsetDateTime deadlineLocal,

        LocalizedText explanation) {

    static RefundPreviewResponse of(Preview preview) {
        Instant deadline = preview.result().deadlineAt();
        return new RefundPreviewResponse(
                preview.paymentId(),
                preview.at(),
                preview.result().refunds(),
                preview.result().amountKrw(),
                preview.result().reason(),
                deadline,
                deadline == null
                        ? null
                        : deadline.atZone(preview.input().zone()).toOffsetDateTime(),
                new LocalizedText(
                        preview.explanation().ko(), preview.explanation().en()));
    }
}
