package com.coworkpay.reporting.rebuild;

import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.reporting.ReportingProblem;
import com.coworkpay.reporting.projection.WatchCompleteness;
import com.coworkpay.reporting.projection.domain.Completeness;
import com.coworkpay.reporting.projection.domain.Positions;
import com.coworkpay.reporting.projection.persistence.PositionRows;
import com.coworkpay.reporting.reading.ReadSnapshot;
import com.coworkpay.reporting.rebuild.domain.Digest;
import com.coworkpay.reporting.rebuild.domain.Generation;
import com.coworkpay.reporting.rebuild.domain.Rebuild;
import com.coworkpay.reporting.rebuild.persistence.RebuildRows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// How the projection stands, for an operator.
@ApplicationScoped
public class LookAtProjection {

    private static final int MOST = 20;

    private final RebuildRows rows;
    private final PositionRows positions;
    private final WatchCompleteness completeness;

    LookAtProjection(RebuildRows rows, PositionRows positions, WatchCompleteness completeness) {
        this.rows = rows;
        this.positions = positions;
        this.completeness = completeness;
    }

    /// @param rebuilds the last ones first
    public record Standing(
            Generation generation, Positions positions, Completeness completeness, List<Rebuild> rebuilds) {}

    public Uni<Standing> look() {
        return rows.generation().chain(generation -> positions.now().chain(now -> rows.latest(MOST)
                .map(rebuilds ->
                        new Standing(generation, now.positions(), completeness.of(now.positions()), rebuilds))));
    }

    public Uni<Digest> digest() {
        return rows.digest()
                .onFailure(ReadSnapshot::isTooSlow)
                .transform(_ -> ProblemException.of(ReportingProblem.DIGEST_TOO_SLOW));
    }
}
