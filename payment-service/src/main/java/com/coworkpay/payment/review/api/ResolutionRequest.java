package com.coworkpay.payment.review.api;

import com.coworkpay.payment.initiation.api.Text;
import com.coworkpay.payment.review.domain.ResolutionOutcome;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A payment as a person ends it.
@Schema(name = "PaymentResolutionRequest")
public record ResolutionRequest(
        @Schema(description = "PAID needs the word of KakaoPay's order; NOT_PAID gives way to it") @NotNull
        ResolutionOutcome outcome,
        @Schema(
                description = "Where it was seen, at most 200 characters: a page of KakaoPay's dashboard, a number of its"
                        + " support",
                examples = "partner admin, Order ID looked up, not found")
        @NotNull
        @Text(max = 200)
        String evidence,
        @Schema(description = "At most 500 characters, for those who read it later") @Text(max = 500) @Nullable
        String note) {}
