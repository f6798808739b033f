package com.coworkpay.platform.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/// Events that had their effect. The question is asked in the transaction of the effect, so that both happen or
/// neither: a second delivery waits for the first one's commit and then is not the first.
@ApplicationScoped
public class Inbox {
    /// True if this consumer has not seen the event; false means: do nothing, and succeed.
    public Uni<Boolean> firstTime(SqlClient connection, String consumer, String eventId) {
        return connection
                .preparedQuery("insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(consumer, eventId))
                .map(result -> result.rowCount() == 1);
    }

    /// The same through the Hibernate session of the current context, which must be in a transaction.
    public Uni<Boolean> firstTime(String consumer, String eventId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into inbox (consumer, event_id) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, consumer)
                        .setParameter(2, eventId)
                        .executeUpdate())
                .map(count -> count == 1);
    }
}
