package com.coworkpay.refund.review.api;

import com.coworkpay.refund.review.domain.ResolutionOutcome;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A refund as a person ends it.
@Schema(name = "RefundResolutionRequest")
public record ResolutionRequest(
        @Schema(description = "GIVEN_UP needs the word of KakaoPay's order that the money is there")
        @NotNull
        ResolutionOutcome outcome,

        @Schema(
                description = "Where it was seen: a page of KakaoPay's dashboard, the number of a bank transfer",
                examples = "bank transfer of 2031-01-09, reference 4711")
        @NotNull
        @Size(min = 1, max = 200)
        @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*", message = "{coworkpay.refund.note}")
        String evidence,

        @Schema(description = "For those who read it later; no personal data")
        @Size(min = 1, max = 500)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "{coworkpay.refund.note}")
        @Nullable
        String note) {}
