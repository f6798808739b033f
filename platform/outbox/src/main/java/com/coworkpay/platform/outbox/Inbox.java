package com.coworkpay.platform.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Events that had their effect. The question is asked in the transaction of the effect, so that both happen or
/// neither: a second delivery waits for the first one's commit and then is not the first.
@ApplicationScoped
public class Inbox {
    /// In the order of ids, so that two consumers with some of them in common wait for one another and do not deadlock.
    private static final String MANY = """
            insert into inbox (consumer, event_id)
            select $1, id from (select distinct unnest($2::text[]) as id) new order by id
            on conflict do nothing
            returning event_id""";

    /// True if this consumer has not seen the event; false means: do nothing, and succeed.
    public Uni<Boolean> firstTime(SqlClient connection, String consumer, String eventId) {
        return connection
                .preparedQuery("insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing")
                .execute(Tuple.of(consumer, eventId))
                .map(result -> result.rowCount() == 1);
    }

    /// Of these events those that this consumer has not seen, by one statement. The others have had their effect.
    public Uni<Set<String>> firstTimes(SqlClient connection, String consumer, Collection<String> eventIds) {
        return connection
                .preparedQuery(MANY)
                .execute(Tuple.of(consumer, eventIds.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> first = new HashSet<>();
                    rows.forEach(row -> first.add(row.getString("event_id")));
                    return first;
                });
    }

    /// The same for one event through the Hibernate session of the current context, which must be in a transaction.
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
