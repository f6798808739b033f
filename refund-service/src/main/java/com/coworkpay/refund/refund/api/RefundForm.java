package com.coworkpay.refund.refund.api;

import com.coworkpay.refund.domain.RefundReason;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A refund as an administrator asks for it.
@Schema(name = "RefundForm")
public record RefundForm(
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

        @Schema(description = "For colleagues, not for the payer; no personal data")
        @Size(min = 1, max = 500)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "{coworkpay.refund.note}")
        @Nullable
        String note) {}
