package com.coworkpay.integration.audit;

import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Writes audit rows in the session of the change they record: no change without its row, no row without its change.
@ApplicationScoped
public class SessionAudit {

    private static final String INSERT = AuditSql.insert("cast(cast(?1 as text) as jsonb)");

    public Uni<Void> write(AuditEntry entry) {
        return Panache.getSession().chain(session -> session.createNativeQuery(INSERT)
                .setParameter(1, AuditEntry.rows(entry))
                .executeUpdate()
                .replaceWithVoid());
    }

    /// In a transaction of its own: an attempt that changed nothing.
    public Uni<Void> writeAlone(AuditEntry entry) {
        return Panache.withTransaction(() -> write(entry));
    }
}
