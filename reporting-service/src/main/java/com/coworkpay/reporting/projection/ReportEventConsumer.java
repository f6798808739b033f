package com.coworkpay.reporting.projection.messaging;

import com.coworkpay.contracts.StateTypes;
import com.coworkpay.reporting.projection.ProjectionBatch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Everything that the report is made of.
@ApplicationScoped
public class ReportEventConsumer {

    private final BatchConsumer consumer;

    ReportEventConsumer(BatchConsumer consumer) {
        this.consumer = consumer;
    }

    @Incoming("payment-events")
    Uni<Void> payments(Message<List<byte[]>> batch) {
        return consumer.consume(
                "reporting-service/payments",
                batch,
                StateTypes.PAYMENTS,
                RecordedStates::payment,
                ProjectionBatch::ofPayments);
    }

    @Incoming("refund-events")
    Uni<Void> refunds(Message<List<byte[]>> batch) {
        return consumer.consume(
                "reporting-service/refunds",
                batch,
                StateTypes.REFUNDS,
                RecordedStates::refunds,
                ProjectionBatch::ofRefunds);
    }

    @Incoming("integration-events")
    Uni<Void> locations(Message<List<byte[]>> batch) {
        return consumer.consume(
                "reporting-service/locations",
                batch,
                StateTypes.LOCATIONS,
                RecordedStates::location,
                ProjectionBatch::ofLocations);
    }
}
