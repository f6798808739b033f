package com.coworkpay.integration.connection.api;

import com.coworkpay.integration.connection.domain.CheckResult;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What KakaoPay's answer to a call said about the credential.
///
/// @param credentialVersion the one that was used
@Schema(name = "CredentialStatusRequest")
public record CredentialStatusRequest(
        @NotNull @Min(1) Long credentialVersion,

        @NotNull
        @Schema(
                description = "One of these: ACCEPTED, WRONG_KEY, WRONG_CID, DOMAIN_NOT_REGISTERED, NOT_ENABLED or"
                        + " IP_NOT_ALLOWED")
        CheckResult result) {}
