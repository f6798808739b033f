package com.coworkpay.refund.cancellation.persistence;

import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.cancellation.domain.Cancellation;
import com.coworkpay.refund.cancellation.domain.Move;
import com.coworkpay.refund.policy.domain.Choice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Keeps what the booking system says. Its own ids are the keys: a second delivery changes nothing, under whatever
/// event id it comes.
@ApplicationScoped
public class Cancellations {

    private static final Statement KEEP = Statement.of("""
            insert into cancellation (location_id, cancellation_id, payable_type, payable_id, canceled_at, canceled_by,
              canceled_by_role, start_at, start_day, order_state, choice, choice_krw, traceparent)
            values (:locationId, :id, :payableType, :payableId, :canceledAt, :by, :role, :startAt, :day, :orderState,
              :choice, :choiceKrw, :traceparent)
            on conflict do nothing""");

    private static final Statement MOVE = Statement.of("""
            insert into payable_move as m (location_id, payable_type, payable_id, moved_at, start_at, start_day)
            values (:locationId, :payableType, :payableId, :movedAt,
              coalesce(:startAt::timestamptz, (select refund_start_of_day(:day::date, timezone) from location_copy
                                                where location_id = :locationId)), :day::date)
            on conflict (location_id, payable_type, payable_id) do update
               set moved_at = excluded.moved_at, start_at = excluded.start_at, start_day = excluded.start_day,
                   received_at = now()
             where m.moved_at < excluded.moved_at""");

    private final Pool pool;

    Cancellations(Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> keep(Cancellation cancellation) {
        Values values = Values.with("locationId", cancellation.payable().locationId())
                .and("id", cancellation.id())
                .and("payableType", cancellation.payable().type().name())
                .and("payableId", cancellation.payable().id())
                .and("canceledAt", utc(cancellation.canceledAt()))
                .and("by", cancellation.canceledBy())
                .and("role", cancellation.role().name())
                .and("startAt", utc(cancellation.startAt()))
                .and("day", (Object) cancellation.day())
                .and("orderState", cancellation.orderState())
                .and("choice", word(cancellation.choice()))
                .and("choiceKrw", cancellation.choice() instanceof Choice.Amount(long krw) ? (Object) krw : null)
                .and("traceparent", Traceparent.current());
        return KEEP.run(pool, values).replaceWithVoid();
    }

    public Uni<Void> move(Move move) {
        Values values = Values.with("locationId", move.payable().locationId())
                .and("payableType", move.payable().type().name())
                .and("payableId", move.payable().id())
                .and("movedAt", utc(move.movedAt()))
                .and("startAt", utc(move.startAt()))
                .and("day", (Object) move.day());
        return MOVE.run(pool, values).replaceWithVoid();
    }

    private static @Nullable Object utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String word(@Nullable Choice choice) {
        return switch (choice) {
            case Choice.None _ -> "NONE";
            case Choice.Full _ -> "FULL";
            case Choice.Amount _ -> "AMOUNT";
            case null -> null;
        };
    }
}
