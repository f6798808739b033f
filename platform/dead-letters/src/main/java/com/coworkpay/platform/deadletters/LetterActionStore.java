package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people do about dead letters: each is one statement, which changes the status and says who did it.
@ApplicationScoped
class LetterActionStore {
    private static final RowReader<Replay> REPLAYS = RowReader.of(MethodHandles.lookup(), Replay.class);

    private static final NamedQuery BEGIN = NamedQuery.of("""
            with taken as (
              update dead_letter
                 set status = 'REPLAYING', lease_until = clock_timestamp() + make_interval(secs => :lease)
               where id = :id and status in ('OPEN', 'DISMISSED') returning id)
            insert into dead_letter_action (letter_id, action, acted_by, note)
            select id, 'REPLAY', :actedBy, :note from taken
            returning letter_id, id as action_id""");

    private static final NamedQuery TAKE_OVER = NamedQuery.of("""
            with taken as (
              update dead_letter set lease_until = clock_timestamp() + make_interval(secs => :lease)
               where id in (select id from dead_letter where status = 'REPLAYING' and lease_until < clock_timestamp()
                             order by received_at, id limit :maxRows for update skip locked)
              returning id)
            select a.letter_id, a.id as action_id
              from taken join dead_letter_action a on a.letter_id = taken.id and a.action = 'REPLAY' and a.outcome is null""");

    /// Of two processes that replayed the same, the first says how it ended.
    private static final NamedQuery END = NamedQuery.of("""
            with ended as (
              update dead_letter_action
                 set outcome = case when :refusal::text is null then 'DONE' else 'REFUSED' end, refusal = :refusal,
                     ended_at = now()
               where id = :actionId and outcome is null returning letter_id)
            update dead_letter d
               set status = case when :refusal::text is null then 'REPLAYED' else 'OPEN' end, refusal = :refusal,
                   lease_until = null
              from ended where d.id = ended.letter_id""");

    private static final NamedQuery DISMISS = NamedQuery.of("""
            with taken as (update dead_letter set status = 'DISMISSED' where id = :id and status = 'OPEN' returning id)
            insert into dead_letter_action (letter_id, action, acted_by, note)
            select id, 'DISMISSAL', :actedBy, :note from taken""");

    private static final NamedQuery NOTE = NamedQuery.of("""
            insert into dead_letter_action (letter_id, action, acted_by, note)
            select id, 'NOTE', :actedBy, :note from dead_letter where id = :id""");

    private final Pool pool;

    LetterActionStore(Pool pool) {
        this.pool = pool;
    }

    /// A replay under way, in the hands of this process for the time of its lease.
    record Replay(UUID letterId, UUID actionId) {}

    /// @return empty if it is not open: somebody else was faster
    Uni<Optional<Replay>> begin(Intention intention, Duration lease) {
        return BEGIN.run(pool, values(intention).and("lease", lease))
                .map(rows -> rows.stream().map(REPLAYS::read).findFirst());
    }

    /// Replays whose process did not end them.
    Uni<List<Replay>> takeOver(Duration lease, int max) {
        return TAKE_OVER
                .run(pool, Parameters.with("lease", lease).and("maxRows", max))
                .map(rows -> rows.stream().map(REPLAYS::read).toList());
    }

    /// @param refusal null: it took effect
    Uni<Void> end(Replay replay, @Nullable String refusal) {
        return END.run(pool, Parameters.with("actionId", replay.actionId()).and("refusal", refusal))
                .replaceWithVoid();
    }

    Uni<Void> dismiss(Intention intention) {
        return DISMISS.run(pool, values(intention)).replaceWithVoid();
    }

    Uni<Void> note(Intention intention) {
        return NOTE.run(pool, values(intention)).replaceWithVoid();
    }

    private static Parameters values(Intention intention) {
        return Parameters.with("id", intention.letterId())
                .and("actedBy", intention.actedBy())
                .and("note", intention.note());
    }
}
