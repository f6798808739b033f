package com.coworkpay.integration.location.messaging;

import com.coworkpay.integration.location.domain.LocationEventType;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.Outbox;
import com.coworkpay.platform.outbox.OutboxEvent;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Puts a location's whole state into the outbox, in the transaction that made it.
@ApplicationScoped
public class LocationEventPublisher {

    /// Compacted, by location: the last record of a key is enough to know the location.
    public static final String TOPIC = "integration.events";

    private static final Logger LOG = Logger.getLogger(LocationEventPublisher.class);

    private final Outbox outbox;
    private final OutboxRelay relay;
    private final ObjectMapper json;

    LocationEventPublisher(Outbox outbox, OutboxRelay relay, ObjectMapper json) {
        this.outbox = outbox;
        this.relay = relay;
        this.json = json;
    }

    public Uni<Void> publish(LocationState state, LocationEventType type) {
        return outbox.add(event(state, type));
    }

    private OutboxEvent event(LocationState state, LocationEventType type) {
        return new OutboxEvent(
                Ids.next(),
                TOPIC,
                "location",
                state.id(),
                type.literal(),
                state.version(),
                text(LocationStateV1.of(state)),
                Traceparent.current());
    }

    /// To be called after the commit: the event need not wait for the relay's next look.
    public void committed(LocationState state) {
        LOG.infof("location %s is at version %d", state.id(), state.version());
        relay.wake();
    }

    private String text(LocationStateV1 state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a location's state is always JSON", e);
        }
    }
}
