package com.coworkpay.reporting.projection.persistence;

import com.coworkpay.platform.sql.Values;
import com.coworkpay.reporting.projection.Facts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;

/// Writes facts into the slots, one statement for all of a kind. The first statement moves the positions with it, so
/// that rows and positions are one change.
@ApplicationScoped
public class Projection {

    private static final FactStatements LIVE = new FactStatements(Feeding.LIVE);
    private static final FactStatements REBUILD = new FactStatements(Feeding.REBUILD);

    /// @param client a pool for facts of one kind; a connection in a transaction for more
    public Uni<Void> keep(SqlClient client, Feeding feeding, Facts facts) {
        FactStatements write =
                switch (feeding) {
                    case LIVE -> LIVE;
                    case REBUILD -> REBUILD;
                };
        String positions = FactRows.positions(facts.positions());
        Uni<Void> all = Uni.createFrom().voidItem();
        if (!facts.payments().isEmpty()) {
            Values values =
                    Values.with("payments", FactRows.payments(facts.payments())).and("positions", positions);
            all = all.chain(() -> write.payments.run(client, values)).replaceWithVoid();
        }
        if (!facts.refunds().isEmpty()) {
            Values values =
                    Values.with("refunds", FactRows.refunds(facts.refunds())).and("positions", positions);
            all = all.chain(() -> write.refunds.run(client, values)).replaceWithVoid();
        }
        if (!facts.locations().isEmpty()) {
            Values values = Values.with("locations", FactRows.locations(facts.locations()))
                    .and("positions", positions);
            all = all.chain(() -> write.locations.run(client, values)).replaceWithVoid();
        }
        boolean onlyPositions = facts.payments().isEmpty()
                && facts.refunds().isEmpty()
                && facts.locations().isEmpty();
        return onlyPositions
                ? write.positions
                        .run(client, Values.with("positions", positions))
                        .replaceWithVoid()
                : all;
    }
}
