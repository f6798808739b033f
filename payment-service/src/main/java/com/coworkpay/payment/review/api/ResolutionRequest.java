package com.coworkpay.payment.review.api;

import com.coworkpay.payment.review.domain.ResolutionOutcome;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A payment as a person ends it.
@Schema(name = "PaymentResolutionRequest")
public record ResolutionRequest(
        @Schema(description = "PAID needs the word of KakaoPay's order; NOT_PAID gives way to it") @NotNull
        ResolutionOutcome outcome,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 200,
                description =
                        "Where it was seen, at most 200 characters: a page of KakaoPay's dashboard, a number of its"
                                + " support",
                examples = "partner admin, Order ID looked up, not found")
        @NotNull
        @Text(max = 200)
        HumanText evidence,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 500,
                description = "At most 500 characters, for those who read it later")
        @Text(max = 500)
        @Nullable
        HumanText note) {}
