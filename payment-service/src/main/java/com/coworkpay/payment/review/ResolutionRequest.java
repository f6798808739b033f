package com.coworkpay.payment.review;

import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a person resolves a payment.
@Schema(name = "PaymentResolutionRequest")
record ResolutionRequest(
        @Schema(description = "PAID must be confirmed by KakaoPay's order; NOT_PAID is rejected if order says paid")
        @NotNull
        ResolutionOutcome outcome,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 200,
                description =
                        "Where it was found, at most 200 characters: a page of KakaoPay's dashboard, a ticket number of its"
                                + " support",
                examples = "Partner admin, searched by Order ID: not found")
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
