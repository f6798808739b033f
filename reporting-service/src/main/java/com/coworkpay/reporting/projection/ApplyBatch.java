package com.coworkpay.reporting.projection;

import com.coworkpay.reporting.projection.domain.Bounds;
import com.coworkpay.reporting.projection.domain.Partition;
import com.coworkpay.reporting.projection.persistence.PositionStore;
import com.coworkpay.reporting.projection.persistence.ProjectionStore;
import com.coworkpay.reporting.projection.persistence.ProjectionTarget;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// Applies a batch of one topic: one statement, which is its own transaction. Harmless to repeat.
@ApplicationScoped
public class ApplyBatch {

    private final Pool pool;
    private final ProjectionStore projection;
    private final PositionStore positions;

    ApplyBatch(Pool pool, ProjectionStore projection, PositionStore positions) {
        this.pool = pool;
        this.projection = projection;
        this.positions = positions;
    }

    /// @param batch of one kind
    public Uni<Void> apply(ProjectionBatch batch) {
        return projection.apply(pool, ProjectionTarget.LIVE, batch);
    }

    /// Where to begin with newly assigned partitions.
    public Uni<Map<Partition, Long>> begin(Map<Partition, Bounds> bounds) {
        return positions.begin(bounds);
    }
}
