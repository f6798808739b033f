package com.coworkpay.refund.cancellation.persistence;

import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.cancellation.domain.Undecided;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.Role;
import com.coworkpay.refund.location.persistence.Locations;
import com.coworkpay.refund.policy.domain.Cause;
import com.coworkpay.refund.policy.domain.Choice;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds payments that something asks a decision for: cancellations that name their payable, and surpluses. A
/// cancellation whose payment or location is not known (or not as connected) is simply not found yet. One behind a
/// refund by an earlier cancellation that is not over (a failed one until `order` has proved that it moved nothing) is
/// not found either: its payment is noted by the same statement, for [WaitingPayments].
@ApplicationScoped
public class UndecidedPayments {

    private static final int MOST = 500;

    /// Of payables `a`, with a condition on payments `p`.
    private static final String SELECT = "with cases as materialized (select " + FactRows.COLUMNS + """
            , coalesce(p.begun_at, p.approved_at - interval '16 minutes') as begun_at,
              c.cancellation_id, c.edition, c.released_at, c.canceled_at, c.canceled_by, c.canceled_by_role, c.start_at as canceled_start_at,
              c.start_day as canceled_day, c.order_state, c.choice, c.choice_krw, c.traceparent
              from (%s) a
              join paid_payment p on p.location_id = a.location_id and p.payable_type = a.payable_type
                                 and p.payable_id = a.payable_id
            """ + FactRows.JOINS
            + """
              left join cancellation c on not p.surplus and c.location_id = p.location_id
                and c.payable_type = p.payable_type and c.payable_id = p.payable_id
                and not\s""" + Lifted.is("c") + """
                and not exists (select from cancellation n where n.location_id = c.location_id
                      and n.payable_type = c.payable_type and n.payable_id = c.payable_id
                      and n.cancellation_id = c.cancellation_id and n.edition > c.edition)
             where (p.surplus or c.cancellation_id is not null)
               and not exists (select from decision d where d.payment_id = p.payment_id
                                  and d.cancellation_id is not distinct from c.cancellation_id
                                  and d.edition is not distinct from c.edition)
               and not exists (select from set_aside s where s.location_id = c.location_id
                                  and s.payable_type = c.payable_type and s.payable_id = c.payable_id
                                  and s.cancellation_id = c.cancellation_id and s.contents is not distinct from c.contents
                                  and s.payment_id = p.payment_id and s.status <> 'RELEASED')
               %s
            ), waiting as (
              insert into waiting_payment as w (payment_id, seen_at)
              select payment_id, clock_timestamp()
                from (select distinct payment_id from cases where earlier_refund = 'UNDER_WAY') x
               order by payment_id
              on conflict (payment_id) do update set seen_at = excluded.seen_at
            )
            select * from cases where earlier_refund <> 'UNDER_WAY'
             order by canceled_at, cancellation_id, payment_id limit %d
            """;

    private static final String NOT_WAITING =
            "and not exists (select from waiting_payment w where w.payment_id = p.payment_id)";

    private static final Statement OF_PAYABLES = select("""
            select distinct * from jsonb_to_recordset(:payables::jsonb)
              as x(location_id text, payable_type text, payable_id text)""");

    private static final Statement OF_LOCATION = select("""
            select location_id, payable_type, payable_id from cancellation where location_id = :locationId
            union select location_id, payable_type, payable_id from paid_payment where location_id = :locationId and surplus""");

    /// Younger ones are in somebody's hands, and so are those that waited.
    private static final Statement FORGOTTEN = select("""
            select location_id, payable_type, payable_id from cancellation
             where received_at between now() - make_interval(secs => :within) and now() - interval '1 minute'
                or released_at between now() - make_interval(secs => :within) and now() - interval '1 minute'
            union select location_id, payable_type, payable_id from paid_payment
             where surplus and received_at between now() - make_interval(secs => :within) and now() - interval '1 minute'""", NOT_WAITING);

    private final Pool pool;
    private final Locations locations;

    UndecidedPayments(Pool pool, Locations locations) {
        this.pool = pool;
        this.locations = locations;
    }

    private static Statement select(String payables) {
        return select(payables, "");
    }

    private static Statement select(String payables, String condition) {
        return Statement.of(SELECT.formatted(payables, condition, MOST));
    }

    public Uni<List<Undecided>> ofPayables(Collection<Payable> payables, Map<UUID, @Nullable String> traces) {
        JsonArray rows = new JsonArray();
        payables.forEach(payable -> rows.add(new JsonObject()
                .put("location_id", payable.locationId())
                .put("payable_type", payable.type().name())
                .put("payable_id", payable.id())));
        return look(OF_PAYABLES, Values.with("payables", (Object) rows), traces);
    }

    public Uni<List<Undecided>> ofLocation(String locationId) {
        return look(OF_LOCATION, Values.with("locationId", locationId), Map.of());
    }

    public Uni<List<Undecided>> forgotten(Duration within) {
        return look(FORGOTTEN, Values.with("within", within), Map.of());
    }

    /// A process with newer data may have kept a zone that is not known here. It is marked, so that the next look does
    /// not find what this process cannot decide; one that knows it takes it up (`UnknownZones`).
    private Uni<List<Undecided>> look(Statement statement, Values values, Map<UUID, @Nullable String> traces) {
        return statement.run(pool, values).chain(found -> {
            Set<String> unknown = found.stream()
                    .filter(row -> !FactRows.isZoneKnown(row))
                    .map(row -> row.getString("timezone"))
                    .collect(Collectors.toSet());
            return unknown.isEmpty()
                    ? Uni.createFrom().item(read(found, traces))
                    : locations.zonesUnknown(unknown).chain(() -> look(statement, values, traces));
        });
    }

    /// There may be more: ask again until there are none.
    public static boolean isFull(List<Undecided> found) {
        return found.size() == MOST;
    }

    private static List<Undecided> read(RowSet<Row> rows, Map<UUID, @Nullable String> traces) {
        List<Undecided> undecided = new ArrayList<>(rows.size());
        rows.forEach(row -> undecided.add(read(row, traces)));
        return undecided;
    }

    private static Undecided read(Row row, Map<UUID, @Nullable String> traces) {
        UUID paymentId = row.getUUID("payment_id");
        var startAt = row.getOffsetDateTime("canceled_start_at");
        String trace = row.getString("traceparent");
        return new Undecided(
                paymentId,
                row.getLong("version"),
                row.getString("location_id"),
                row.getString("cancellation_id"),
                row.getInteger("edition"),
                row.getOffsetDateTime("begun_at").toInstant(),
                row.getOffsetDateTime("released_at") != null,
                row.getString("canceled_by"),
                trace == null ? traces.get(paymentId) : trace,
                FactRows.facts(
                        row,
                        cause(row),
                        startAt == null ? null : startAt.toInstant(),
                        row.getLocalDate("canceled_day")));
    }

    private static Cause cause(Row row) {
        return row.getBoolean("surplus")
                ? new Cause.Surplus()
                : new Cause.Canceled(
                        row.getOffsetDateTime("canceled_at").toInstant(),
                        Role.valueOf(row.getString("canceled_by_role")),
                        row.getString("order_state"),
                        choice(row));
    }

    private static @Nullable Choice choice(Row row) {
        return switch (row.getString("choice")) {
            case "NONE" -> new Choice.None();
            case "FULL" -> new Choice.Full();
            case "AMOUNT" -> new Choice.Amount(Objects.requireNonNull(row.getLong("choice_krw")));
            case null -> null;
            default -> throw new IllegalStateException("an unknown choice is stored");
        };
    }
}
