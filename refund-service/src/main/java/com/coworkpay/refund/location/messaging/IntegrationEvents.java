package com.coworkpay.refund.location.messaging;

import com.coworkpay.platform.outbox.EventConsumer;
import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEvent;
import com.coworkpay.refund.location.KeepLocation;
import com.coworkpay.refund.location.domain.LocationState;
import com.coworkpay.refund.messaging.EventData;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/// Locations, their switches and accounts. Every event carries the location's whole state, so its type says only what
/// changed.
@ApplicationScoped
public class IntegrationEvents {

    private static final List<String> STATES = List.of(
            "coworkpay.location.changed.v1",
            "coworkpay.integration.changed.v1",
            "coworkpay.credential.check_failed.v1");

    private final EventConsumer consumer;
    private final KeepLocation keepLocation;

    IntegrationEvents(EventConsumer consumer, KeepLocation keepLocation) {
        this.consumer = consumer;
        this.keepLocation = keepLocation;
    }

    @Incoming("integration-events")
    Uni<Void> consume(Message<byte[]> message) {
        return consumer.consume("refund-service/locations", message, this::handle);
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
                kakaopay != null && kakaopay.flag("automaticRefunds"));
        return keepLocation.keep(location, accountIds(kakaopay));
    }

    private static ZoneId zone(EventData data) {
        try {
            return ZoneId.of(data.text("timezone"));
        } catch (DateTimeException unknown) {
            throw data.unreadable("timezone", "a time zone");
        }
    }

    private static List<String> accountIds(@Nullable EventData kakaopay) {
        List<String> ids = new ArrayList<>();
        JsonNode accounts = kakaopay == null ? null : kakaopay.jsonOrNull("accounts");
        if (accounts != null) {
            accounts.forEach(account -> ids.add(account.path("accountId").asText()));
        }
        return ids;
    }
}
