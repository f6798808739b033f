package com.coworkpay.integration.audit;

import com.coworkpay.platform.outbox.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/// Writes audit rows in the session of the change they record: no change without its row, no row without its change.
@ApplicationScoped
public class AuditStore {

    private static final String INSERT = """
            insert into audit (id, action, outcome, actor, address, trace_id, location_id, account_id,
                               credential_version, detail)
            values (?1, ?2, ?3, ?4, ?5, cast(?6 as text), ?7, cast(cast(?8 as text) as uuid),
                    cast(cast(?9 as text) as bigint), cast(cast(?10 as text) as jsonb))""";

    private final ObjectMapper json;

    AuditStore(ObjectMapper json) {
        this.json = json;
    }

    public Uni<Void> write(AuditRecord auditRecord) {
        return Panache.getSession().chain(session -> session.createNativeQuery(INSERT)
                .setParameter(1, Ids.next())
                .setParameter(2, auditRecord.action().name())
                .setParameter(3, auditRecord.outcome())
                .setParameter(4, auditRecord.actor().subject())
                .setParameter(5, auditRecord.actor().address())
                .setParameter(6, auditRecord.actor().traceId().orElse(null))
                .setParameter(7, auditRecord.locationId())
                .setParameter(8, auditRecord.accountId().map(UUID::toString).orElse(null))
                .setParameter(
                        9, auditRecord.credentialVersion().map(String::valueOf).orElse(null))
                .setParameter(10, text(auditRecord.detail()))
                .executeUpdate()
                .replaceWithVoid());
    }

    /// In a transaction of its own: an attempt that changed nothing.
    public Uni<Void> writeAlone(AuditRecord auditRecord) {
        return Panache.withTransaction(() -> write(auditRecord));
    }

    private String text(Map<String, String> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings are always JSON", e);
        }
    }
}
