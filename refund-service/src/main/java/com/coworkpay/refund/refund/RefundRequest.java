package com.coworkpay.refund.refund;

import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import com.coworkpay.refund.domain.RefundReason;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a request for a refund.
@Schema(name = "RefundRequest")
record RefundRequest(
        @Schema(description = "Whole won; if absent, all that is left") @Min(1) @Max(2_000_000_000L) @Nullable
        Long amountKrw,

        @Schema(
                description =
                        "The balance that the caller saw (balanceKrw of the payment's refunds); a stale one is refused")
        @NotNull
        @Min(0)
        @Max(2_000_000_000L)
        Long balanceKrw,

        @NotNull RefundReason reason,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 500,
                description =
                        "For colleagues, not for the payer; no personal data. One line with visible characters. Stored"
                                + " in NFC; length in code points of that")
        @Text(max = 500)
        @Nullable
        HumanText note) {}
