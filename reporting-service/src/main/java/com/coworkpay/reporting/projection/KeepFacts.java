package com.coworkpay.reporting.projection;

import com.coworkpay.reporting.projection.domain.Bounds;
import com.coworkpay.reporting.projection.domain.Partition;
import com.coworkpay.reporting.projection.persistence.Feeding;
import com.coworkpay.reporting.projection.persistence.PositionRows;
import com.coworkpay.reporting.projection.persistence.Projection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// Keeps what a batch of one topic says: one statement, which is its own transaction. Harmless to repeat.
@ApplicationScoped
public class KeepFacts {

    private final Pool pool;
    private final Projection projection;
    private final PositionRows positions;

    KeepFacts(Pool pool, Projection projection, PositionRows positions) {
        this.pool = pool;
        this.projection = projection;
        this.positions = positions;
    }

    /// @param facts of one kind
    public Uni<Void> keep(Facts facts) {
        return projection.keep(pool, Feeding.LIVE, facts);
    }

    /// Where to begin with newly assigned partitions.
    public Uni<Map<Partition, Long>> begin(Map<Partition, Bounds> bounds) {
        return positions.begin(bounds);
    }
}
