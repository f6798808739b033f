package com.coworkpay.refund.batch;

import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a second person answers to a refund batch.
@Schema(name = "RefundBatchApprovalRequest")
record BatchApprovalRequest(
        @NotNull BatchAnswer answer,

        @Schema(description = "`totalKrw` that the caller saw, in whole won; another sum is refused")
        @NotNull
        @Min(1)
        @Max(BatchResponse.MAX_KRW)
        Long totalKrw,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 500,
                description = "For colleagues, not for the payer; no personal data. Needed to decline")
        @Text(max = 500)
        @Nullable
        HumanText note) {

    /// What can be answered.
    enum BatchAnswer {
        APPROVED,
        DECLINED
    }
}
