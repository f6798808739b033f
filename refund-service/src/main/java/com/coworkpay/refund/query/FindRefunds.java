package com.coworkpay.refund.query;

import com.coworkpay.refund.query.persistence.Ledgers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads a payment's refunds and the decisions about it.
@ApplicationScoped
public class FindRefunds {

    private static final int MOST = 200;

    private final Ledgers ledgers;

    FindRefunds(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /// Empty if no money of such a payment is known here.
    public Uni<Optional<JsonObject>> ofPayment(String locationId, UUID paymentId) {
        return ledgers.find(locationId, paymentId);
    }

    public Uni<List<JsonObject>> inManualReview(String locationId) {
        return ledgers.inManualReview(locationId, MOST);
    }
}
