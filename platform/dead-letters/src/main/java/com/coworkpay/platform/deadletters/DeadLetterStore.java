package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.outbox.DeadLetterKind;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Dead letters as rows.
@ApplicationScoped
class DeadLetterStore {
    private static final RowReader<DeadLetter> LETTERS = RowReader.of(MethodHandles.lookup(), DeadLetter.class);
    private static final RowReader<LetterAction> ACTIONS = RowReader.of(MethodHandles.lookup(), LetterAction.class);
    private static final RowReader<DeadLetterRow> ROWS =
            RowReader.of(MethodHandles.lookup(), DeadLetterRow.class, Map.of(JsonArray.class, JsonArray.class::cast));

    /// The same record may be a dead letter twice, where a process ended between the letter and its acknowledgement.
    private static final NamedQuery ADD = NamedQuery.of("""
            insert into dead_letter (id, topic, partition_no, offset_no, digest, timestamp_ms, key, value, headers, cut,
                kind, reason, event_id, event_type)
            values (:id, :topic, :partitionNo, :offsetNo, :digest, :timestampMs, :key, :value, :headers, :cut, :kind,
                :reason, :eventId, :eventType)
            on conflict (topic, partition_no, offset_no, digest) do nothing""");

    private static final NamedQuery PAGE = NamedQuery.of("""
            select %s from dead_letter d
             where (:status::text is null or d.status = :status) and (:topic::text is null or d.topic = :topic)
               and (:kind::text is null or d.kind = :kind)
               and (:at::timestamptz is null or (d.received_at, d.id) < (:at::timestamptz, :after::uuid))
             order by d.received_at desc, d.id desc limit :maxRows""".formatted(LETTERS.columns("d")));

    private static final NamedQuery ONE =
            NamedQuery.of("select %s from dead_letter d where d.id = :id".formatted(LETTERS.columns("d")));

    private static final NamedQuery CONTENTS =
            NamedQuery.of("select %s from dead_letter d where d.id = :id".formatted(ROWS.columns("d")));

    private static final NamedQuery DONE = NamedQuery.of("""
            select %s from dead_letter_action a where a.letter_id = :id order by a.id""".formatted(ACTIONS.columns("a")));

    private final Pool pool;

    DeadLetterStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> add(DeadLetterRow letter) {
        return ADD.run(pool, Parameters.of(letter)).replaceWithVoid();
    }

    /// Newest first.
    Uni<List<DeadLetter>> page(
            @Nullable LetterStatus status,
            @Nullable String topic,
            @Nullable DeadLetterKind kind,
            PageCursor.@Nullable InTime after,
            int max) {
        return PAGE.run(
                        pool,
                        Parameters.with("status", status == null ? null : status.name())
                                .and("topic", topic)
                                .and("kind", kind == null ? null : kind.name())
                                .and("at", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                                .and("after", after == null ? null : after.id())
                                .and("maxRows", max))
                .map(rows -> rows.stream().map(LETTERS::read).toList());
    }

    Uni<Optional<DeadLetter>> find(UUID id) {
        return ONE.run(pool, Parameters.with("id", id))
                .map(rows -> rows.stream().map(LETTERS::read).findFirst());
    }

    /// Of one that is there.
    Uni<DeadLetterRow> contents(UUID id) {
        return CONTENTS.run(pool, Parameters.with("id", id))
                .map(rows -> ROWS.read(rows.iterator().next()));
    }

    /// Oldest first.
    Uni<List<LetterAction>> actions(UUID id) {
        return DONE.run(pool, Parameters.with("id", id))
                .map(rows -> rows.stream().map(ACTIONS::read).toList());
    }
}
