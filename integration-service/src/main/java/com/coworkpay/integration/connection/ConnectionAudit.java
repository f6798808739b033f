package com.coworkpay.integration.connection;

import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.AuditAction;
import com.coworkpay.integration.access.domain.AuditRecord;
import com.coworkpay.integration.access.persistence.AuditStore;
import com.coworkpay.integration.connection.domain.CredentialCandidate;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// Audits attempts that changed nothing, in a transaction of their own.
@ApplicationScoped
class ConnectionAudit {

    private final AuditStore audit;

    ConnectionAudit(AuditStore audit) {
        this.audit = audit;
    }

    Uni<Void> write(AuditAction action, CredentialCandidate candidate, String outcome, Actor actor) {
        var detail =
                Map.of("cid", candidate.cid().text(), "kind", candidate.kind().name());
        var auditRecord =
                AuditRecord.done(action, actor, candidate.locationId(), detail).withOutcome(outcome);
        return Panache.withTransaction(() -> audit.write(auditRecord));
    }
}
