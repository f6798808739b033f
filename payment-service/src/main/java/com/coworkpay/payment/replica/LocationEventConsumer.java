package com.coworkpay.payment.replica;

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
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Consumes `integration.events`: once in the group of all payment-services for the replica in the database, and once
/// in every process for the credentials in its memory, which a rotation or a disconnect makes useless at once.
@ApplicationScoped
class LocationEventConsumer implements EventHandlers {

    private static final Logger LOG = Logger.getLogger(LocationEventConsumer.class);
    private static final String CONSUMER = "payment-location-replica";

    private final EventConsumer consumer;
    private final LocationReplicaStore replica;
    private final WaitingPaymentStore waiting;
    private final CredentialSource credentials;
    private final ObjectMapper mapper;

    LocationEventConsumer(
            EventConsumer consumer,
            LocationReplicaStore replica,
            WaitingPaymentStore waiting,
            CredentialSource credentials,
            ObjectMapper mapper) {
        this.consumer = consumer;
        this.replica = replica;
        this.waiting = waiting;
        this.credentials = credentials;
        this.mapper = mapper;
    }

    @Override
    public Map<String, Function<List<IncomingEvent>, Uni<Void>>> byChannel() {
        return Map.of("integration-events", this::apply);
    }

    @Incoming("integration-events")
    Uni<Void> consume(Message<List<byte[]>> batch) {
        return consumer.consumeBatch(CONSUMER, batch, this::apply);
    }

    private Uni<Void> apply(List<IncomingEvent> batch) {
        List<LocationStateV1> states = batch.stream()
                .filter(StateTypes.LOCATIONS::include)
                .map(event -> LocationStateV1.read(event.data()))
                .toList();
        // Before payments become due: the other channel may receive the event later.
        states.forEach(this::dropCredentials);
        return replica.store(states)
                .chain(() -> waiting.wake(
                        states.stream().map(LocationStateV1::locationId).collect(Collectors.toUnmodifiableSet())));
    }

    /// Best effort: what cannot be read here is dead-lettered by the other channel, and a credential that is used too
    /// long is refused by KakaoPay and fetched again.
    @Incoming("credential-changes")
    CompletionStage<Void> dropCredentials(Message<byte[]> message) {
        try {
            dropCredentials(LocationStateV1.read(mapper.readTree(message.getPayload())));
        } catch (IOException | RuntimeException unreadable) {
            // Whatever it is (a record without a value is one): a failed message would close the channel permanently.
            LOG.debug("an event on integration.events cannot be read");
        }
        return message.ack();
    }

    /// Of every account of the location, retired ones too.
    private void dropCredentials(LocationStateV1 state) {
        state.accounts().forEach(account -> credentials.drop(account.accountId().toString()));
    }
}
