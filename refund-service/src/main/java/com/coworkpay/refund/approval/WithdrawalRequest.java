package com.coworkpay.refund.approval;

import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The one who asked for a refund takes it back.
@Schema(name = "WithdrawalRequest")
record WithdrawalRequest(
        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 500,
                description = "For colleagues, not for the payer; no personal data")
        @Text(max = 500)
        @Nullable
        HumanText note) {}
