package com.coworkpay.reporting.rebuild;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.reporting.ReportingProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Asks for a rebuild, looks at it, stops it. It is carried out by whichever process finds it first.
@ApplicationScoped
class RequestRebuild {

    private final RebuildStore rows;

    RequestRebuild(RebuildStore rows) {
        this.rows = rows;
    }

    /// Refused while one is running: it has everything that a second one would have, and two would read the same topics
    /// into the same place.
    Uni<Rebuild> request(Actor by) {
        UUID id = Ids.next();
        return rows.request(id, by)
                .chain(begun -> begun
                        ? find(id)
                        : Uni.createFrom().failure(ProblemException.of(ReportingProblem.REBUILD_RUNNING)));
    }

    /// Leaves what is over as it is.
    Uni<Rebuild> stop(UUID id, Actor by) {
        return rows.stop(id, by).chain(() -> find(id));
    }

    Uni<Rebuild> find(UUID id) {
        return rows.find(id).map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }
}
