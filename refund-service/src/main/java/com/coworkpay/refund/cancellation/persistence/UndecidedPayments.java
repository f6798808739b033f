package com.coworkpay.refund.cancellation.persistence;

import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.cancellation.domain.Undecided;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.Role;
import com.coworkpay.refund.policy.domain.Cause;
import com.coworkpay.refund.policy.domain.Choice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds payments that something asks a decision for: cancellations that name their payable, and surpluses. A
/// cancellation whose payment or location is not known is simply not found yet.
@ApplicationScoped
public class UndecidedPayments {

    private static final String SELECT = "select " + FactRows.COLUMNS + """
            , c.cancellation_id, c.canceled_at, c.canceled_by, c.canceled_by_role, c.start_at as canceled_start_at,
              c.start_day as canceled_day, c.order_state, c.choice, c.choice_krw
              from paid_payment p
            """ + FactRows.JOINS + """
              left join cancellation c on not p.surplus and c.location_id = p.location_id
                and c.payable_type = p.payable_type and c.payable_id = p.payable_id
             where (p.surplus or c.cancellation_id is not null)
               and not exists (select from decision d where d.payment_id = p.payment_id
                                  and d.cancellation_id is not distinct from c.cancellation_id)
            """;

    private static final String ORDER = " order by c.canceled_at, c.cancellation_id, p.payment_id limit 100";

    private static final Statement OF_PAYABLE = Statement.of(SELECT
            + " and p.location_id = :locationId and p.payable_type = :payableType and p.payable_id = :payableId"
            + ORDER);

    private static final Statement OF_LOCATION = Statement.of(SELECT + " and p.location_id = :locationId" + ORDER);

    private final Pool pool;

    UndecidedPayments(Pool pool) {
        this.pool = pool;
    }

    public Uni<List<Undecided>> ofPayable(Payable payable) {
        Values values = Values.with("locationId", payable.locationId())
                .and("payableType", payable.type().name())
                .and("payableId", payable.id());
        return OF_PAYABLE.run(pool, values).map(UndecidedPayments::read);
    }

    /// At most a hundred; ask again until there are none.
    public Uni<List<Undecided>> ofLocation(String locationId) {
        return OF_LOCATION.run(pool, Values.with("locationId", locationId)).map(UndecidedPayments::read);
    }

    private static List<Undecided> read(RowSet<Row> rows) {
        List<Undecided> undecided = new ArrayList<>(rows.size());
        rows.forEach(row -> undecided.add(read(row)));
        return undecided;
    }

    private static Undecided read(Row row) {
        var startAt = row.getOffsetDateTime("canceled_start_at");
        return new Undecided(
                row.getUUID("payment_id"),
                row.getLong("version"),
                row.getString("location_id"),
                row.getString("cancellation_id"),
                row.getString("canceled_by"),
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
