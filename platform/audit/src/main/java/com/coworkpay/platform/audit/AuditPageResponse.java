package com.coworkpay.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of the audit.
@Schema(name = "AuditPageResponse")
public record AuditPageResponse(
        @Schema(description = "Newest first") List<AuditEntryResponse> entries,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {

    /// @param found one more than `limit` if there is a next page
    static AuditPageResponse of(List<AuditRow> found, int limit, String question) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new AuditPageResponse(
                shown.stream().map(AuditEntryResponse::of).toList(),
                found.size() > limit ? shown.getLast().place().cursor(question) : null);
    }

    /// Something that was done, or tried and refused.
    @Schema(name = "AuditEntry")
    record AuditEntryResponse(
            UUID id,
            Instant at,

            @Schema(description = "What was done", examples = "REFUND_REQUESTED")
            String action,

            @Schema(description = "DONE, or the code of the refusal", examples = "DONE")
            String outcome,

            @Schema(
                    description = "The subject of the token: a person at the issuer, or a machine. Of a payer who has a"
                            + " checkout's link, `checkout-link`",
                    examples = "0c6f3b9e-6a4f-4f0e-9d3b-2f8e7d1c5a40")
            String by,

            @Schema(description = "The caller's address as this service saw it", examples = "203.0.113.7")
            String address,

            @Schema(description = "Leads to logs and traces of the same request") @Nullable
            String traceId,

            ObjectType objectType,

            @Schema(examples = "01993b2e-5d10-7c42-9d55-6f0a3c1b2e4d")
            String objectId,

            @Schema(description = "The payment that it is, or is part of") @Nullable
            UUID paymentId,

            @Schema(description = "The reason or note that a person gave") @Nullable
            String why,

            @Schema(description = "What was changed or new, by name")
            List<AuditChange> changes) {

        static AuditEntryResponse of(AuditRow row) {
            var names = new TreeSet<>(row.before().fieldNames());
            names.addAll(row.after().fieldNames());
            return new AuditEntryResponse(
                    row.id(),
                    row.at(),
                    row.action(),
                    row.outcome(),
                    row.actor(),
                    row.address(),
                    row.traceId(),
                    row.objectType(),
                    row.objectId(),
                    row.paymentId(),
                    row.why(),
                    names.stream()
                            .map(name -> new AuditChange(
                                    name,
                                    row.before().getString(name),
                                    row.after().getString(name)))
                            .toList());
        }
    }

    /// One value before and after.
    @Schema(name = "AuditChange")
    record AuditChange(
            @Schema(examples = "status") String what,

            @Schema(description = "null: it is new", examples = "WAITING") @Nullable
            String before,

            @Schema(description = "null: it is gone", examples = "CANCELED") @Nullable
            String after) {}
}
