package com.coworkpay.refund.cancellation.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a set-aside cancellation is released or dismissed.
@Schema(name = "SetAsideEndRequest")
public record EndRequest(
        @Schema(description = "What it rests on; no personal data")
        @NotNull
        @Size(min = 1, max = 500)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "{coworkpay.refund.note}")
        String note) {}
