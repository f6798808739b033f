package com.coworkpay.refund.location.messaging;

import com.coworkpay.kakaopay.accounts.CredentialSource;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.StateTypes;
import com.coworkpay.refund.location.UpdateLocation;
import com.coworkpay.refund.location.domain.LocationState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Locations, their switches and accounts. Every event carries the location's whole state, so its type says only what
/// changed.
@ApplicationScoped
public class IntegrationEventConsumer {

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

    @Incoming("integration-events")
    Uni<Void> consume(Message<byte[]> message) {
        return consumer.consume("refund-service/locations", message, this::handle);
    }

    /// Consumed by every process: a credential is dropped from the cache after a rotation or a disconnect. Best effort:
    /// an unreadable event is dead-lettered by the other channel, and KakaoPay refuses an old credential, which is
    /// then
    /// fetched again.
    @Incoming("credential-news")
    CompletionStage<Void> dropCredentials(Message<byte[]> message) {
        try {
            JsonNode accounts =
                    json.readTree(message.getPayload()).path("kakaopay").path("accounts");
            accounts.forEach(
                    account -> credentials.drop(account.path("accountId").asText()));
        } catch (IOException | RuntimeException unreadable) {
            // Whatever it is: a refused message would close the channel for good.
            LOG.debug("an event on integration.events cannot be read");
        }
        return message.ack();
    }

    private Uni<Void> handle(IncomingEvent event) {
        return StateTypes.OF_LOCATIONS.carriesState(event)
                ? updateLocation.update(read(event.data()))
                : Uni.createFrom().voidItem();
    }

    /// @throws UnreadableEvent
    static LocationState read(JsonNode location) {
        EventData data = EventData.of(location);
        EventData kakaopay = data.objectOrNull("kakaopay");
        return new LocationState(
                data.locationId("locationId"),
                data.whole("version", 1),
                data.text("timezone"),
                data.text("locale"),
                kakaopay == null ? null : kakaopay.flag("automaticRefunds"));
    }
}
