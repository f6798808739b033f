package com.coworkpay.refund.settlement;

import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import com.coworkpay.refund.domain.ResolutionOutcome;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a person ends a refund.
@Schema(name = "ResolutionRequest")
record ResolutionRequest(
        @Schema(
                description =
                        "GIVEN_UP needs KakaoPay's order to show that the money is still there; REFUNDED needs the"
                                + " cancel's aid in its list")
        @NotNull
        ResolutionOutcome outcome,

        @Schema(
                maxLength = 64,
                description = "Only with REFUNDED: KakaoPay's id of the cancel, as its dashboard shows it",
                examples = "A5678901234567890123")
        @Pattern(regexp = "[!-~]{1,64}")
        @Nullable
        String aid,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 200,
                description = "For instance a page of KakaoPay's dashboard, or the number of a bank transfer",
                examples = "bank transfer of 2031-01-09, reference 4711")
        @NotNull
        @Text(max = 200)
        HumanText evidence,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 500,
                description = "For colleagues; no personal data")
        @Text(max = 500)
        @Nullable
        HumanText note) {}
