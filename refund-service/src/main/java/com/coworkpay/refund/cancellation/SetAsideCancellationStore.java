package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.SetAsideReason;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.Collection;
import java.util.List;

/// Sets implausible cancellations aside, for a person. A repetition of the same adds nothing, whatever its status.
@ApplicationScoped
class SetAsideCancellationStore {

    private static final String COLUMNS = """
            location_id, cancellation_id, payable_type, payable_id, canceled_at, canceled_by, canceled_by_role, start_at,
            start_day, order_state, choice, choice_krw, contents, traceparent""";

    /// Runs after the plausible ones were stored: what is found under its key now was received before. Laterals, since
    /// the database would read all cancellations for an `exists` in the select list.
    private static final NamedQuery OF_EVENTS = NamedQuery.of("""
            with received as (
              select x.*, known.contents is not null as is_known, same.contents is not null as is_same
                from jsonb_to_recordset(:received::jsonb) as x(id uuid, set_aside_reason text, event_time timestamptz,
                  location_id text, cancellation_id text, payable_type text, payable_id text, canceled_at timestamptz,
                  canceled_by text, canceled_by_role text, start_at timestamptz, start_day date, order_state text,
                  choice text, choice_krw bigint, contents text, traceparent text)
                left join lateral (select c.contents from cancellation c where c.location_id = x.location_id
                             and c.payable_type = x.payable_type and c.payable_id = x.payable_id
                             and c.cancellation_id = x.cancellation_id limit 1) known on true
                left join lateral (select c.contents from cancellation c where c.location_id = x.location_id
                             and c.payable_type = x.payable_type and c.payable_id = x.payable_id
                             and c.cancellation_id = x.cancellation_id
                             and c.contents = x.contents limit 1) same on true
            )
            insert into set_aside (id, reason, compared_with, %1$s)
            select id, coalesce(set_aside_reason, 'OTHER_CONTENTS'), event_time, %1$s from received
             where not is_same and (is_known or set_aside_reason is not null)
             order by location_id, payable_type, payable_id, cancellation_id, contents, id
            on conflict do nothing
            returning location_id, cancellation_id, reason""".formatted(COLUMNS));

    private static final NamedQuery OF_PAYMENTS = NamedQuery.of("""
            insert into set_aside (id, reason, payment_id, compared_with, %1$s)
            select x.id, x.reason, x.payment_id, x.begun_at, %1$s
              from jsonb_to_recordset(:cases::jsonb) as x(id uuid, reason text, payment_id uuid, begun_at timestamptz,
                     case_cancellation_id text, case_edition integer)
              join (select payment_id as paid_id, location_id as paid_location, payable_type as paid_type,
                           payable_id as paid_payable from paid_payment) p on p.paid_id = x.payment_id
              join cancellation c on c.location_id = p.paid_location and c.payable_type = p.paid_type
                and c.payable_id = p.paid_payable and c.cancellation_id = x.case_cancellation_id
                and c.edition = x.case_edition
             order by c.location_id, c.payable_type, c.payable_id, c.cancellation_id, x.payment_id
            on conflict do nothing
            returning location_id, cancellation_id, reason""".formatted(COLUMNS));

    private static final RowReader<NewEntry> NEW_ENTRY = RowReader.of(MethodHandles.lookup(), NewEntry.class);

    private final Pool pool;

    SetAsideCancellationStore(Pool pool) {
        this.pool = pool;
    }

    /// A cancellation that was set aside now.
    public record NewEntry(String locationId, String cancellationId, SetAsideReason reason) {}

    /// @return those that were set aside now
    public Uni<List<NewEntry>> ofEvents(List<ReceivedCancellation> received) {
        JsonArray entries = new JsonArray();
        received.forEach(each -> entries.add(row(each)));
        return OF_EVENTS
                .run(pool, Parameters.with("received", (Object) entries))
                .map(rows -> rows.stream().map(NEW_ENTRY::read).toList());
    }

    /// Stored ones that are implausible for the payment that they would be decided about.
    public Uni<List<NewEntry>> ofPayments(Collection<DecisionCase> implausible) {
        JsonArray entries = new JsonArray();
        implausible.forEach(each -> entries.add(row(each)));
        return OF_PAYMENTS
                .run(pool, Parameters.with("cases", (Object) entries))
                .map(rows -> rows.stream().map(NEW_ENTRY::read).toList());
    }

    private static JsonObject row(ReceivedCancellation received) {
        SetAsideReason setAsideReason = received.setAsideReason();
        return CancellationRow.of(received)
                .put("id", Ids.next().toString())
                .put("set_aside_reason", setAsideReason == null ? null : setAsideReason.name())
                .put("event_time", received.eventTime().toString());
    }

    private static JsonObject row(DecisionCase decisionCase) {
        return new JsonObject()
                .put("id", Ids.next().toString())
                .put("reason", SetAsideReason.EARLIER_THAN_PAYMENT.name())
                .put("payment_id", decisionCase.paymentId().toString())
                .put("begun_at", decisionCase.begunAt().toString())
                .put("case_cancellation_id", decisionCase.cancellationId())
                .put("case_edition", decisionCase.edition());
    }
}
