package com.coworkpay.refund.query;

import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.query.persistence.KnownCancellations;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Reads what has become of a cancellation, also of one whose payment nobody knows.
@ApplicationScoped
public class FindCancellations {

    private static final int MOST = 100;

    private final KnownCancellations cancellations;

    FindCancellations(KnownCancellations cancellations) {
        this.cancellations = cancellations;
    }

    public Uni<Optional<JsonObject>> byId(String locationId, String cancellationId) {
        return cancellations.one(locationId, cancellationId);
    }

    public Uni<List<JsonObject>> ofPayable(Payable payable) {
        return cancellations.ofPayable(payable, MOST);
    }
}
