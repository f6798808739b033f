package com.coworkpay.integration.location;

import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.integration.location.persistence.LocationAggregateReader;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Reads a location with all that belongs to it.
@ApplicationScoped
public class GetLocation {

    private final LocationAggregateReader aggregates;

    GetLocation(LocationAggregateReader aggregates) {
        this.aggregates = aggregates;
    }

    /// @return its state, or the problem that there is no such location
    public Uni<LocationState> get(String locationId) {
        return Panache.withSession(() -> aggregates.find(locationId))
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }
}
