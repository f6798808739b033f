package com.coworkpay.refund.intake;

import com.coworkpay.contracts.LocationStateV1;
import com.coworkpay.contracts.StateTypes;
import com.coworkpay.kakaopay.accounts.CredentialSource;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.EventHandlers;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Locations, their switches and accounts. Every event carries the location's whole state, so its type says only what
/// changed.
@ApplicationScoped
class IntegrationEventConsumer implements EventHandlers {

    private static final Logger LOG = Logger.getLogger(IntegrationEventConsumer.class);

    private final EventConsumer consumer;
    private final UpdateLocation updateLocation;
    private final CredentialSource credentials;
    private final ObjectMapper json;

    IntegrationEventConsumer(
            EventConsumer consumer, UpdateLocation updateLocation, CredentialSource credentials, ObjectMapper json) {
        this.consumer = consumer;
        this.updateLocation = updateLocation;
        this.credentials = credentials;
        this.json = json;
    }

    @Override
    public Map<String, Function<List<IncomingEvent>, Uni<Void>>> byChannel() {
        return Map.of("integration-events", events -> handle(events.getFirst()));
    }

    @Incoming("integration-events")
    Uni<Void> consume(Message<byte[]> message) {
        return consumer.consume("refund-service/locations", message, this::handle);
    }

    /// Consumed by every process: a credential is dropped from the cache after a rotation or a disconnect. Best
    /// effort: an unreadable event is dead-lettered by the other channel, and KakaoPay refuses an old credential,
    /// which is then fetched again.
    @Incoming("credential-changes")
    CompletionStage<Void> dropCredentials(Message<byte[]> message) {
        try {
            LocationStateV1.read(json.readTree(message.getPayload()))
                    .accounts()
                    .forEach(account -> credentials.drop(account.accountId().toString()));
        } catch (IOException | RuntimeException unreadable) {
            // Whatever it is: a refused message would close the channel for good.
            LOG.debug("an event on integration.events cannot be read");
        }
        return message.ack();
    }

    private Uni<Void> handle(IncomingEvent event) {
        return StateTypes.LOCATIONS.include(event)
                ? updateLocation.update(LocationStateV1.read(event.data()))
                : Uni.createFrom().voidItem();
    }
}
