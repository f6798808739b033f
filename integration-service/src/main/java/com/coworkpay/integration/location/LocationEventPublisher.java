package com.coworkpay.integration.location;

import com.coworkpay.contracts.EventJson;
import com.coworkpay.contracts.LocationStateV1;
import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.KakaoPayConnection;
import com.coworkpay.integration.location.domain.LocationState;
import com.coworkpay.integration.location.domain.Seller;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.Outbox;
import com.coworkpay.platform.outbox.OutboxEvent;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/// Puts a location's whole state into the outbox, in the transaction that made it.
@ApplicationScoped
class LocationEventPublisher {

    /// Compacted, by location: the last record of a key is enough to know the location.
    public static final String TOPIC = "integration.events";

    private static final Logger LOG = Logger.getLogger(LocationEventPublisher.class);

    private final Outbox outbox;
    private final OutboxRelay relay;

    LocationEventPublisher(Outbox outbox, OutboxRelay relay) {
        this.outbox = outbox;
        this.relay = relay;
    }

    Uni<Void> publish(LocationState state, String type) {
        return outbox.add(event(state, type));
    }

    private OutboxEvent event(LocationState state, String type) {
        return new OutboxEvent(
                Ids.next(),
                TOPIC,
                "location",
                state.id(),
                type,
                state.version(),
                EventJson.write(published(state)),
                Traceparent.current());
    }

    /// To be called after the commit: the event need not wait for the relay's next turn.
    void committed(LocationState state) {
        LOG.infof("location %s is at version %d", state.id(), state.version());
        relay.wake();
    }

    /// Holds no key, not even a masked one.
    private static LocationStateV1 published(LocationState state) {
        var location = state.location();
        return new LocationStateV1(
                location.id(),
                state.version(),
                location.title(),
                location.zone().getId(),
                location.locale().tag(),
                location.refundApprovalLimitKrw(),
                location.seller().map(LocationEventPublisher::seller).orElse(null),
                state.connection().map(LocationEventPublisher::kakaoPay).orElse(null));
    }

    private static LocationStateV1.Seller seller(Seller seller) {
        return new LocationStateV1.Seller(
                seller.name(), seller.businessDigits(), seller.representative(), seller.address(), seller.phone());
    }

    private static LocationStateV1.KakaoPay kakaoPay(KakaoPayConnection connection) {
        var active = connection.active();
        Map<String, Boolean> payables = new TreeMap<>();
        connection.switches().payables().forEach((type, on) -> payables.put(type.name(), on));
        return new LocationStateV1.KakaoPay(
                active.isPresent() ? LocationStateV1.CONNECTED : LocationStateV1.DISCONNECTED,
                active.map(Account::id).orElse(null),
                connection.accounts().stream()
                        .map(LocationEventPublisher::account)
                        .toList(),
                payables,
                connection.switches().automaticRefunds(),
                active.map(Account::lastCheck)
                        .map(check -> new LocationStateV1.Check(check.result().name(), check.at()))
                        .orElse(null));
    }

    private static LocationStateV1.Account account(Account account) {
        var credential = account.credential();
        return new LocationStateV1.Account(
                account.id(),
                account.cid().text(),
                account.cid().isLive(),
                account.status().name(),
                credential.kind().name(),
                credential.version(),
                credential.acceptedAt());
    }
}
