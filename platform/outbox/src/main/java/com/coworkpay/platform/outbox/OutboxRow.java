package com.coworkpay.platform.outbox;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An unpublished event as the relay reads it.
///
/// @param eventTime when what it says was written down; other than `createdAt` where a sender outside wrote it
record OutboxRow(
        UUID id,
        OutboxKey key,
        String type,
        long version,
        String payloadJson,
        @Nullable String traceparent,
        Instant createdAt,
        Instant eventTime) {
    static OutboxRow of(Row row) {
        return new OutboxRow(
                row.getUUID("id"),
                new OutboxKey(row.getString("topic"), row.getString("aggregateid")),
                row.getString("type"),
                row.getLong("version"),
                row.getString("payload"),
                row.getString("traceparent"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("event_time").toInstant());
    }
}
