package com.coworkpay.integration.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One line of the audit trail. Nothing in it may be a secret.
///
/// @param outcome `DONE`, or the code of the refusal
/// @param detail what a reader needs beside the columns: a CID, switches before and after
public record AuditRecord(
        Action action,
        String outcome,
        Actor actor,
        String locationId,
        Optional<UUID> accountId,
        Optional<Long> credentialVersion,
        Map<String, String> detail) {

    /// What is written down.
    public enum Action {
        LOCATION_CREATED,
        LOCATION_CHANGED,
        CONNECTED,
        ROTATED,
        /// The same key was given again and accepted again.
        CONFIRMED,
        CONNECT_REFUSED,
        CHECKED,
        SETTINGS_CHANGED,
        DISCONNECTED,
        CREDENTIAL_RELEASED,
        CREDENTIAL_ERASED
    }

    public static final String DONE = "DONE";

    public AuditRecord {
        detail = Map.copyOf(detail);
    }

    public static AuditRecord done(Action action, Actor actor, String locationId, Map<String, String> detail) {
        return new AuditRecord(action, DONE, actor, locationId, Optional.empty(), Optional.empty(), detail);
    }

    public AuditRecord withOutcome(String word) {
        return new AuditRecord(action, word, actor, locationId, accountId, credentialVersion, detail);
    }

    /// With more of the detail.
    public AuditRecord with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(detail);
        all.putAll(more);
        return new AuditRecord(action, outcome, actor, locationId, accountId, credentialVersion, all);
    }

    public AuditRecord about(UUID account, long version) {
        return new AuditRecord(action, outcome, actor, locationId, Optional.of(account), Optional.of(version), detail);
    }
}
