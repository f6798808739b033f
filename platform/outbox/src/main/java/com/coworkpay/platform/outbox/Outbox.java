package com.coworkpay.platform.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/// Puts an event beside the change that it describes, in the transaction of that change and never in another.
///
/// Statements that move money insert into the table `outbox` in their own common table expression instead. Lock or
/// version the aggregate's row first: the order within a key rests on it. Call [OutboxRelay#wake()] after commit.
@ApplicationScoped
public class Outbox {
    private static final String THROUGH_SESSION = """
            insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
            values (?1, ?2, ?3, ?4, ?5, ?6, cast(cast(?7 as text) as jsonb), cast(?8 as text))""";

    private static final String THROUGH_CLIENT = """
            insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
            values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8)""";

    /// Through the Hibernate session of the current context, which must be in a transaction. Pending changes of
    /// entities are flushed first, so that a lost update is found before the event is written.
    public Uni<Void> add(OutboxEvent event) {
        return Panache.getSession()
                .chain(session -> session.flush().chain(() -> session.createNativeQuery(THROUGH_SESSION)
                        .setParameter(1, event.id())
                        .setParameter(2, event.topic())
                        .setParameter(3, event.aggregateType())
                        .setParameter(4, event.key())
                        .setParameter(5, event.type())
                        .setParameter(6, event.version())
                        .setParameter(7, event.payloadJson())
                        .setParameter(8, event.traceparent())
                        .executeUpdate()))
                .replaceWithVoid();
    }

    /// Through the connection that holds the transaction of the change.
    public Uni<Void> add(SqlClient connection, OutboxEvent event) {
        Tuple values = Tuple.tuple()
                .addUUID(event.id())
                .addString(event.topic())
                .addString(event.aggregateType())
                .addString(event.key())
                .addString(event.type())
                .addLong(event.version())
                .addString(event.payloadJson())
                .addString(event.traceparent());
        return connection.preparedQuery(THROUGH_CLIENT).execute(values).replaceWithVoid();
    }
}
