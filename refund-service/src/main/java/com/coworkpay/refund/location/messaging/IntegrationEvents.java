package com.coworkpay.refund.location.messaging;

import com.coworkpay.kakaopay.accounts.CredentialSource;
import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEvent;
import com.coworkpay.refund.location.KeepLocation;
import com.coworkpay.refund.location.domain.LocationState;
import com.coworkpay.refund.messaging.EventData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Locations, their switches and accounts. Every event carries the location's whole state, so its type says only what
/// changed.
@ApplicationScoped
public class IntegrationEvents {

    private static final Logger LOG = Logger.getLogger(IntegrationEvents.class);

    private static final List<String> STATES = List.of(
            "coworkpay.location.changed.v1",
            "coworkpay.integration.changed.v1",
            "coworkpay.credential.check_failed.v1");

    private final EventConsumer consumer;
    private final KeepLocation keepLocation;
    private final CredentialSource credentials;
    private final ObjectMapper json;

    IntegrationEvents(
            EventConsumer consumer, KeepLocation keepLocation, CredentialSource credentials, ObjectMapper json) {
        this.consumer = consumer;
        this.keepLocation = keepLocation;
        this.credentials = credentials;
        this.json = json;
    }

    @Incoming("integration-events")
    Uni<Void> consume(Message<byte[]> message) {
        return consumer.consume("refund-service/locations", message, this::handle);
    }

    /// Heard by every process: what a rotation or a disconnect makes useless is dropped from its memory at once. Best
    /// effort: what cannot be read is dead-lettered by the other channel, and a credential that is used too long is
    /// refused by KakaoPay and fetched anew.
    @Incoming("credential-news")
    CompletionStage<Void> dropCredentials(Message<byte[]> message) {
        try {
            JsonNode accounts =
                    json.readTree(message.getPayload()).path("kakaopay").path("accounts");
            accounts.forEach(
                    account -> credentials.drop(account.path("accountId").asText()));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.debug("an event on integration.events cannot be read");
        }
        return message.ack();
    }

    private Uni<Void> handle(IncomingEvent event) {
        if (!STATES.contains(event.type())) {
            return Uni.createFrom().failure(new UnreadableEvent("unknown type"));
        }
        EventData data = EventData.of(event.data());
        EventData kakaopay = data.objectOrNull("kakaopay");
        LocationState location = new LocationState(
                data.text("locationId"),
                data.whole("version"),
                zone(data),
                data.text("locale"),
                kakaopay == null ? null : kakaopay.flag("automaticRefunds"));
        return keepLocation.keep(location);
    }

    private static ZoneId zone(EventData data) {
        try {
            return ZoneId.of(data.text("timezone"));
        } catch (DateTimeException unknown) {
            throw data.unreadable("timezone", "a time zone");
        }
    }
}
