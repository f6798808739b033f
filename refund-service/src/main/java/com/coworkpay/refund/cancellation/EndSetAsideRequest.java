package com.coworkpay.refund.cancellation;

import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a set-aside cancellation is released or dismissed.
@Schema(name = "EndSetAsideRequest")
record EndSetAsideRequest(
        @Schema(implementation = String.class, minLength = 1, maxLength = 500, description = "Why; no personal data")
        @NotNull
        @Text(max = 500)
        HumanText note) {}
