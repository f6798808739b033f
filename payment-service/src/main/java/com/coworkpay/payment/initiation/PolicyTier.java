package com.coworkpay.payment.initiation;

import com.coworkpay.contracts.RefundDeadline;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A tier of a refund policy.
@Schema(name = "PolicyTier")
record PolicyTier(
        @NotNull RefundDeadline before,
        @NotNull @Min(1) @Max(100) Integer percent) {}
