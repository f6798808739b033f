package com.coworkpay.reporting.projection.messaging;

import com.coworkpay.platform.outbox.StateTypes;
import com.coworkpay.reporting.projection.Facts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Everything that the report is made of.
@ApplicationScoped
public class ReportEvents {

    private final Batches batches;

    ReportEvents(Batches batches) {
        this.batches = batches;
    }

    @Incoming("payment-events")
    Uni<Void> payments(Message<List<byte[]>> batch) {
        return batches.consume(
                "reporting-service/payments", batch, StateTypes.OF_PAYMENTS, States::payment, Facts::ofPayments);
    }

    @Incoming("refund-events")
    Uni<Void> refunds(Message<List<byte[]>> batch) {
        return batches.consume(
                "reporting-service/refunds", batch, StateTypes.OF_REFUNDS, States::refunds, Facts::ofRefunds);
    }

    @Incoming("integration-events")
    Uni<Void> locations(Message<List<byte[]>> batch) {
        return batches.consume(
                "reporting-service/locations", batch, StateTypes.OF_LOCATIONS, States::location, Facts::ofLocations);
    }
}
