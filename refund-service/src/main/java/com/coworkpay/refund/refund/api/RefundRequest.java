package com.coworkpay.refund.refund.api;

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
public record RefundRequest(
        @Schema(description = "Whole won; all that is left when left out") @Min(1) @Max(2_000_000_000L) @Nullable
        Long amountKrw,

        @Schema(
                description =
                        "What the caller believes is left (balanceKrw of the payment's refunds); a stale one is refused")
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
                        "For colleagues, not for the payer; no personal data. One line that shows something. Stored"
                                + " composed (NFC); a character is a code point of that")
        @Text(max = 500)
        @Nullable
        HumanText note) {}
