package com.coworkpay.reporting.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The topics that the report is made of, by the very settings that the consumers have.
@ApplicationScoped
public class TopicNames {

    private final String payments;
    private final String refunds;
    private final String locations;

    TopicNames(
            @ConfigProperty(name = "mp.messaging.incoming.payment-events.topic") String payments,
            @ConfigProperty(name = "mp.messaging.incoming.refund-events.topic") String refunds,
            @ConfigProperty(name = "mp.messaging.incoming.integration-events.topic") String locations) {
        this.payments = payments;
        this.refunds = refunds;
        this.locations = locations;
    }

    public String payments() {
        return payments;
    }

    public String refunds() {
        return refunds;
    }

    public String locations() {
        return locations;
    }

    public Set<String> all() {
        return Set.of(payments, refunds, locations);
    }
}
