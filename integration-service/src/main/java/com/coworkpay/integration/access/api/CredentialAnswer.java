package com.coworkpay.integration.access.api;

import com.coworkpay.integration.access.HandedOver;
import com.coworkpay.integration.credential.domain.CredentialKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The one answer of the suite that holds keys in clear. Its `toString` does not.
///
/// @param refused KakaoPay refused the newest version when it was judged last: who sees it taken again says so
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
public record CredentialAnswer(
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
    public record Previous(CredentialKind kind, String key, long version, Instant usableUntil) {

        @Override
        public String toString() {
            return "Previous[version=" + version + ", key=***]";
        }
    }

    static CredentialAnswer of(HandedOver handedOver) {
        var current = handedOver.current();
        return new CredentialAnswer(
                handedOver.accountId(),
                handedOver.locationId(),
                handedOver.cid(),
                handedOver.live(),
                handedOver.refused(),
                current.kind(),
                current.text().reveal(),
                current.version(),
                current.acceptedAt(),
                handedOver.former().map(CredentialAnswer::previous).orElse(null));
    }

    private static Previous previous(HandedOver.FormerKey former) {
        var key = former.key();
        return new Previous(key.kind(), key.text().reveal(), key.version(), former.usableUntil());
    }

    @Override
    public String toString() {
        return "CredentialAnswer[accountId=" + accountId + ", version=" + version + ", key=***]";
    }
}
