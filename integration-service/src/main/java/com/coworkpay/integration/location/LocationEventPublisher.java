package com.coworkpay.integration.location.messaging;

import com.coworkpay.contracts.EventJson;
import com.coworkpay.integration.location.domain.LocationEventType;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.Outbox;
import com.coworkpay.platform.outbox.OutboxEvent;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
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

    LocationEventPublisher(Outbox outbox, OutboxRelay relay) {
        this.outbox = outbox;
        this.relay = relay;
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
                EventJson.write(LocationStateMapper.published(state)),
                Traceparent.current());
    }

    /// To be called after the commit: the event need not wait for the relay's next turn.
    public void committed(LocationState state) {
        LOG.infof("location %s is at version %d", state.id(), state.version());
        relay.wake();
    }
}
