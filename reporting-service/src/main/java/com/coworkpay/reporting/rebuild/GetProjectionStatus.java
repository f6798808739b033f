package com.coworkpay.reporting.rebuild;

import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.reporting.ReportingProblem;
import com.coworkpay.reporting.projection.CompletenessMonitor;
import com.coworkpay.reporting.projection.PositionStore;
import com.coworkpay.reporting.reading.SnapshotReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// The status of the projection, for an operator.
@ApplicationScoped
class GetProjectionStatus {

    private static final int MAX_REBUILDS = 20;

    private final RebuildStore rows;
    private final PositionStore positions;
    private final CompletenessMonitor completeness;

    GetProjectionStatus(RebuildStore rows, PositionStore positions, CompletenessMonitor completeness) {
        this.rows = rows;
        this.positions = positions;
        this.completeness = completeness;
    }

    Uni<ProjectionResponse> get() {
        return rows.generation().chain(generation -> positions.now().chain(now -> rows.latest(MAX_REBUILDS)
                .map(rebuilds -> ProjectionResponse.of(
                        generation, now.positions(), completeness.of(now.positions()), rebuilds))));
    }

    Uni<ProjectionDigest> digest() {
        return rows.digest()
                .onFailure(SnapshotReader::isTooSlow)
                .transform(_ -> ProblemException.of(ReportingProblem.DIGEST_TOO_SLOW));
    }
}
