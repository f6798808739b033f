package com.coworkpay.integration.connection;

import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.AuditAction;
import com.coworkpay.integration.access.domain.AuditRecord;
import com.coworkpay.integration.access.persistence.AuditTrail;
import com.coworkpay.integration.connection.domain.Trial;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/// Writes down tries that changed nothing, in a transaction of their own.
@ApplicationScoped
class Attempts {

    @Inject
    AuditTrail audit;

    Uni<Void> write(AuditAction action, Trial trial, String outcome, Actor actor) {
        var detail = Map.of("cid", trial.cid().text(), "kind", trial.kind().name());
        var line = AuditRecord.done(action, actor, trial.locationId(), detail).withOutcome(outcome);
        return Panache.withTransaction(() -> audit.write(line));
    }
}
