package com.coworkpay.integration.credential;

import com.coworkpay.integration.credential.domain.CredentialKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The one answer of the suite that holds keys in clear. Its `toString` does not.
///
/// @param refused KakaoPay refused the newest version when it was verified last; a caller that sees it accepted again
/// reports so
/// @param version of the credential; the newest accepted one
/// @param previous the version before, within ten minutes of a rotation
@Schema(
        name = "Credential",
        requiredProperties = {
            "accountId",
            "locationId",
            "cid",
            "live",
            "refused",
            "kind",
            "key",
            "version",
            "acceptedAt",
            "previous"
        })
record CredentialResponse(
        UUID accountId,
        String locationId,
        String cid,
        boolean live,
        boolean refused,
        CredentialKind kind,
        String key,
        long version,
        Instant acceptedAt,
        @Nullable Previous previous) {

    /// @param usableUntil by the clock of the database; after it, KakaoPay has killed this key for sure
    @Schema(
            name = "PreviousCredential",
            requiredProperties = {"kind", "key", "version", "usableUntil"})
    record Previous(CredentialKind kind, String key, long version, Instant usableUntil) {

        @Override
        public String toString() {
            return "Previous[version=" + version + ", key=***]";
        }
    }

    @Override
    public String toString() {
        return "CredentialResponse[accountId=" + accountId + ", version=" + version + ", key=***]";
    }
}
