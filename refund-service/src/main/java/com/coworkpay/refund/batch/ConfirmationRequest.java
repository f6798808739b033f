package com.coworkpay.refund.batch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A person confirms a dry run.
@Schema(name = "RefundBatchConfirmationRequest")
record ConfirmationRequest(
        @Schema(description = "`payments` of the dry run that the caller saw; another number is refused")
        @NotNull
        @Min(0)
        @Max(Integer.MAX_VALUE)
        Integer payments,

        @Schema(description = "`totalKrw` of that dry run, in whole won; another sum is refused")
        @NotNull
        @Min(0)
        @Max(BatchResponse.MAX_KRW)
        Long totalKrw) {}
