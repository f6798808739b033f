package com.coworkpay.refund.cancellation.persistence;

import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.cancellation.domain.Cancellation;
import com.coworkpay.refund.cancellation.domain.Move;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.policy.domain.Choice;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps what the booking system says, a batch in one statement. Its own ids are the keys: a second delivery changes
/// nothing, under whatever event id it comes. In the order of the keys: another batch may have some of them too.
@ApplicationScoped
public class Cancellations {

    private static final Statement KEEP = Statement.of("""
            with moved as (
              insert into payable_move as m (location_id, payable_type, payable_id, moved_at, start_at, start_day)
              select x.location_id, x.payable_type, x.payable_id, x.moved_at, x.start_at, x.start_day
                from jsonb_to_recordset(:moved::jsonb) as x(location_id text, payable_type text, payable_id text,
                       moved_at timestamptz, start_at timestamptz, start_day date)
               order by x.location_id, x.payable_type, x.payable_id
              on conflict (location_id, payable_type, payable_id) do update
                 set moved_at = excluded.moved_at, start_at = excluded.start_at, start_day = excluded.start_day,
                     received_at = now()
               where m.moved_at < excluded.moved_at
            )
            insert into cancellation (location_id, cancellation_id, payable_type, payable_id, canceled_at, canceled_by,
              canceled_by_role, start_at, start_day, order_state, choice, choice_krw, traceparent)
            select * from jsonb_to_recordset(:canceled::jsonb) as x(location_id text, cancellation_id text,
              payable_type text, payable_id text, canceled_at timestamptz, canceled_by text, canceled_by_role text,
              start_at timestamptz, start_day date, order_state text, choice text, choice_krw bigint, traceparent text)
             order by location_id, cancellation_id
            on conflict do nothing""");

    private final Pool pool;

    Cancellations(Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> keep(List<Cancellation> canceled, List<Move> moved) {
        JsonArray cancellations = new JsonArray();
        canceled.forEach(each -> cancellations.add(row(each)));
        JsonArray moves = new JsonArray();
        latest(moved).forEach(each -> moves.add(row(each)));
        return KEEP.run(pool, Values.with("canceled", (Object) cancellations).and("moved", (Object) moves))
                .replaceWithVoid();
    }

    /// One of each payable: a statement cannot change a row twice.
    private static Collection<Move> latest(List<Move> moved) {
        Map<Payable, Move> latest = new LinkedHashMap<>();
        moved.forEach(
                each -> latest.merge(each.payable(), each, (a, b) -> b.movedAt().isAfter(a.movedAt()) ? b : a));
        return latest.values();
    }

    private static JsonObject row(Cancellation cancellation) {
        return row(cancellation.payable())
                .put("cancellation_id", cancellation.id())
                .put("canceled_at", cancellation.canceledAt().toString())
                .put("canceled_by", cancellation.canceledBy())
                .put("canceled_by_role", cancellation.role().name())
                .put("start_at", text(cancellation.startAt()))
                .put("start_day", text(cancellation.day()))
                .put("order_state", cancellation.orderState())
                .put("choice", word(cancellation.choice()))
                .put("choice_krw", cancellation.choice() instanceof Choice.Amount(long krw) ? krw : null)
                .put("traceparent", cancellation.traceparent());
    }

    private static JsonObject row(Move move) {
        return row(move.payable())
                .put("moved_at", move.movedAt().toString())
                .put("start_at", text(move.startAt()))
                .put("start_day", text(move.day()));
    }

    private static JsonObject row(Payable payable) {
        return new JsonObject()
                .put("location_id", payable.locationId())
                .put("payable_type", payable.type().name())
                .put("payable_id", payable.id());
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
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
