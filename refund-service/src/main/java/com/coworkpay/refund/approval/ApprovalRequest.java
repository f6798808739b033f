package com.coworkpay.refund.approval;

import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a second person answers.
@Schema(name = "ApprovalRequest")
record ApprovalRequest(
        @NotNull ApprovalAnswer answer,

        @Schema(description = "The refund's amount that the caller saw, in whole won; a stale one is refused")
        @NotNull
        @Min(1)
        @Max(2_000_000_000L)
        Long amountKrw,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 500,
                description =
                        "For colleagues, not for the payer; no personal data. Needed to decline. One line with visible"
                                + " characters. Stored in NFC; length in code points of that")
        @Text(max = 500)
        @Nullable
        HumanText note) {

    /// What can be answered.
    enum ApprovalAnswer {
        APPROVED,
        DECLINED
    }
}
