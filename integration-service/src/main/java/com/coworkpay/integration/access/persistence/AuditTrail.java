package com.coworkpay.integration.access.persistence;

import com.coworkpay.integration.access.domain.AuditRecord;
import com.coworkpay.platform.outbox.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/// Writes audit rows in the session of the change they tell of: no change without its row, no row without its change.
@ApplicationScoped
public class AuditTrail {

    private static final String INSERT = """
            insert into audit (id, action, outcome, actor, address, trace_id, location_id, account_id,
                               credential_version, detail)
            values (?1, ?2, ?3, ?4, ?5, cast(?6 as text), ?7, cast(cast(?8 as text) as uuid),
                    cast(cast(?9 as text) as bigint), cast(cast(?10 as text) as jsonb))""";

    @Inject
    ObjectMapper json;

    public Uni<Void> write(AuditRecord line) {
        return Panache.getSession().chain(session -> session.createNativeQuery(INSERT)
                .setParameter(1, Ids.next())
                .setParameter(2, line.action().name())
                .setParameter(3, line.outcome())
                .setParameter(4, line.actor().subject())
                .setParameter(5, line.actor().address())
                .setParameter(6, line.actor().traceId().orElse(null))
                .setParameter(7, line.locationId())
                .setParameter(8, line.accountId().map(UUID::toString).orElse(null))
                .setParameter(9, line.credentialVersion().map(String::valueOf).orElse(null))
                .setParameter(10, text(line.detail()))
                .executeUpdate()
                .replaceWithVoid());
    }

    private String text(Map<String, String> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings are always JSON", e);
        }
    }
}
