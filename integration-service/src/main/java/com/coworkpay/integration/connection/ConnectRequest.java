package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.integration.location.domain.Cid;
import com.coworkpay.platform.problem.InvisibleCharacters;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.secret.SecretText;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What an administrator types into the connect page. Blanks, line breaks and invisible characters around key
/// and CID, as copying leaves them, are taken off.
@Schema(name = "ConnectRequest")
record ConnectRequest(
        @NotNull CredentialKind credentialKind,

        @NotNull
        @Schema(
                implementation = String.class,
                format = "password",
                writeOnly = true,
                minLength = 12,
                maxLength = 128,
                description = "The key alone, without `SECRET_KEY` or `KakaoAK` before it. Never shown again.")
        SecretText key,

        @NotNull @Schema(pattern = "[A-Z0-9]{10}", examples = "TC0ONETIME")
        String cid) {

    /// @throws ProblemException naming the field, if one of them cannot be what it should be
    CredentialCandidate toCandidate(String locationId) {
        SecretText trimmed = KeyFormatError.trimmed(key);
        KeyFormatError.of(trimmed).ifPresent(error -> {
            throw ProblemException.of(problemOf(error)).field("key");
        });
        String trimmedCid = InvisibleCharacters.stripped(cid);
        if (!Cid.isWellFormed(trimmedCid)) {
            throw ProblemException.of(IntegrationProblem.MALFORMED_CID).field("cid");
        }
        return new CredentialCandidate(locationId, new Cid(trimmedCid), credentialKind, trimmed);
    }

    private static IntegrationProblem problemOf(KeyFormatError error) {
        return switch (error) {
            case HAS_PREFIX -> IntegrationProblem.KEY_WITH_PREFIX;
            case MALFORMED -> IntegrationProblem.MALFORMED_KEY;
        };
    }
}
