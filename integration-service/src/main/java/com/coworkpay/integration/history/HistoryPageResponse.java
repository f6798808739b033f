package com.coworkpay.integration.history;

import com.coworkpay.integration.audit.AuditDetail;
import com.coworkpay.integration.credential.domain.CredentialKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the connection's history.
@Schema(name = "HistoryPageResponse")
record HistoryPageResponse(
        @Schema(description = "Newest first") List<HistoryEntry> entries,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {

    /// Something that was done or tried.
    @Schema(name = "HistoryEntry")
    record HistoryEntry(
            UUID id,
            Instant at,

            @Schema(
                    enumeration = {
                        "CONNECTED",
                        "ROTATED",
                        "CONFIRMED",
                        "CONNECT_REFUSED",
                        "CHECKED",
                        "SETTINGS_CHANGED",
                        "DISCONNECTED",
                        "CREDENTIAL_ERASED"
                    },
                    description =
                            "CONNECTED: also to another account. ROTATED: the key was replaced. CONFIRMED: the same"
                                    + " key was given again. CREDENTIAL_ERASED: a former key was erased after its rotation")
            String action,

            @Schema(
                    description = "DONE; of a check and of a refused connect, KakaoPay's answer: ACCEPTED, WRONG_KEY,"
                            + " WRONG_CID, DOMAIN_NOT_REGISTERED, NOT_ENABLED, IP_NOT_ALLOWED, or why there was none",
                    examples = "DONE")
            String outcome,

            @Schema(
                    description = "The subject of the token: a person, or a service by whose calls it was found out."
                            + " `integration-service` is this service by itself")
            String by,

            @Schema(description = "The caller's address as this service saw it; a word for this service itself")
            String address,

            @Schema(description = "Leads to logs and traces of the same request") @Nullable
            String traceId,

            @Nullable String cid,
            @Nullable CredentialKind credentialKind,

            @Schema(description = "Grows with each rotation") @Nullable
            Long credentialVersion,

            @Schema(description = "The last four characters of the key in question", examples = "0001") @Nullable
            String keyLastFour,

            @Schema(
                    description = "What was changed, by name: `cid`, `credentialKind`, `automaticRefunds`, or a payable"
                            + " type whose switch it was")
            List<HistoryChange> changes) {

        static HistoryEntry of(HistoryStore.AuditedChange row) {
            String kind = row.after().getString(AuditDetail.CREDENTIAL_KIND);
            String version = row.after().getString(AuditDetail.CREDENTIAL_VERSION);
            return new HistoryEntry(
                    row.id(),
                    row.at(),
                    row.action().name(),
                    row.outcome(),
                    row.actor(),
                    row.address(),
                    row.traceId(),
                    row.after().getString(AuditDetail.CID),
                    kind == null ? null : CredentialKind.valueOf(kind),
                    version == null ? null : Long.valueOf(version),
                    row.keyLastFour(),
                    row.before().fieldNames().stream()
                            .sorted()
                            .map(what -> new HistoryChange(
                                    what,
                                    row.before().getString(what),
                                    row.after().getString(what)))
                            .toList());
        }
    }

    /// One value before and after.
    @Schema(name = "HistoryChange")
    record HistoryChange(
            @Schema(examples = "BOOKING") String what,
            @Schema(examples = "true") String before,
            @Schema(examples = "false") String after) {}
}
