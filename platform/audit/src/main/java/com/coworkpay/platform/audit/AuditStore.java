package com.coworkpay.platform.audit;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;

/// Writes rows that no other statement writes.
@ApplicationScoped
public class AuditStore {

    private static final NamedQuery INSERT = NamedQuery.of(AuditSql.INSERT);

    private final Pool pool;

    AuditStore(Pool pool) {
        this.pool = pool;
    }

    /// @param client a connection in the transaction of the change
    public Uni<Void> write(SqlClient client, AuditEntry entry) {
        return INSERT.run(client, Parameters.with("audit", AuditEntry.rows(entry)))
                .replaceWithVoid();
    }

    /// An attempt that changed nothing, or what is done outside of this database.
    public Uni<Void> writeAlone(AuditEntry entry) {
        return write(pool, entry);
    }
}
