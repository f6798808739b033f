package com.coworkpay.reporting.rebuild;

import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.reporting.ReportingProblem;
import com.coworkpay.reporting.projection.CompletenessMonitor;
import com.coworkpay.reporting.projection.domain.Completeness;
import com.coworkpay.reporting.projection.domain.Positions;
import com.coworkpay.reporting.projection.persistence.PositionStore;
import com.coworkpay.reporting.reading.SnapshotReader;
import com.coworkpay.reporting.rebuild.domain.Digest;
import com.coworkpay.reporting.rebuild.domain.Generation;
import com.coworkpay.reporting.rebuild.domain.Rebuild;
import com.coworkpay.reporting.rebuild.persistence.RebuildStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The status of the projection, for an operator.
@ApplicationScoped
public class GetProjectionStatus {

    private static final int MAX_REBUILDS = 20;

    private final RebuildStore rows;
    private final PositionStore positions;
    private final CompletenessMonitor completeness;

    GetProjectionStatus(RebuildStore rows, PositionStore positions, CompletenessMonitor completeness) {
        this.rows = rows;
        this.positions = positions;
        this.completeness = completeness;
    }

    /// @param rebuilds the last ones first
    public record ProjectionStatus(
            Generation generation, Positions positions, Completeness completeness, List<Rebuild> rebuilds) {}

    public Uni<ProjectionStatus> get() {
        return rows.generation().chain(generation -> positions.now().chain(now -> rows.latest(MAX_REBUILDS)
                .map(rebuilds -> new ProjectionStatus(
                        generation, now.positions(), completeness.of(now.positions()), rebuilds))));
    }

    public Uni<Digest> digest() {
        return rows.digest()
                .onFailure(SnapshotReader::isTooSlow)
                .transform(_ -> ProblemException.of(ReportingProblem.DIGEST_TOO_SLOW));
    }
}
