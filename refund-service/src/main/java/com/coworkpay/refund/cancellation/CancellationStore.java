package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.BookingMoved;
import com.coworkpay.contracts.BookingRestored;
import com.coworkpay.contracts.PayableRef;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stores what the booking system published, a batch in one statement. Payable and id are the key of a cancellation: a
/// second delivery changes nothing, under whatever event id it comes. One that was set aside because of its event's
/// time is stored when it is received again with a plausible time, and its entry is ended; one that a person dismissed
/// is not. In the order of the keys, to avoid deadlocks with another batch.
@ApplicationScoped
class CancellationStore {

    private static final NamedQuery STORE = NamedQuery.of("""
            with rescheduled as (
              insert into rescheduling as m (location_id, payable_type, payable_id, moved_at, start_at, start_day)
              select x.location_id, x.payable_type, x.payable_id, x.moved_at, x.start_at, x.start_day
                from jsonb_to_recordset(:rescheduled::jsonb) as x(location_id text, payable_type text, payable_id text,
                       moved_at timestamptz, start_at timestamptz, start_day date)
               order by x.location_id, x.payable_type, x.payable_id
              on conflict (location_id, payable_type, payable_id) do update
                 set moved_at = excluded.moved_at, start_at = excluded.start_at, start_day = excluded.start_day,
                     received_at = now()
               where m.moved_at < excluded.moved_at
            ), restored as (
              insert into restoration as r (location_id, payable_type, payable_id, cancellation_id, restored_at)
              select location_id, payable_type, payable_id, cancellation_id, max(restored_at)
                from jsonb_to_recordset(:restored::jsonb) as x(location_id text, payable_type text, payable_id text,
                       cancellation_id text, restored_at timestamptz)
               group by location_id, payable_type, payable_id, cancellation_id
               order by location_id, payable_type, payable_id, cancellation_id
              on conflict (location_id, payable_type, payable_id, cancellation_id) do update
                 set restored_at = excluded.restored_at, received_at = now()
               where r.restored_at < excluded.restored_at
            ), stored as (
              insert into cancellation (location_id, cancellation_id, payable_type, payable_id, canceled_at, canceled_by,
                canceled_by_role, start_at, start_day, order_state, choice, choice_krw, contents, traceparent)
              select x.* from jsonb_to_recordset(:canceled::jsonb) as x(location_id text, cancellation_id text,
                payable_type text, payable_id text, canceled_at timestamptz, canceled_by text, canceled_by_role text,
                start_at timestamptz, start_day date, order_state text, choice text, choice_krw bigint, contents text,
                traceparent text)
               where not exists (select from set_aside s where s.location_id = x.location_id
                                    and s.payable_type = x.payable_type and s.payable_id = x.payable_id
                                    and s.cancellation_id = x.cancellation_id and s.contents = x.contents
                                    and s.payment_id is null and s.status = 'DISMISSED')
               order by x.location_id, x.payable_type, x.payable_id, x.cancellation_id
              on conflict do nothing
              returning location_id, payable_type, payable_id, cancellation_id, contents
            ), received_again as (
              update set_aside s set status = 'RELEASED', ended_at = now(), ended_by = :endedBy, note = :note
                from stored k
               where s.location_id = k.location_id and s.payable_type = k.payable_type and s.payable_id = k.payable_id
                 and s.cancellation_id = k.cancellation_id and s.contents = k.contents and s.payment_id is null
                 and s.status || '' = 'OPEN'
            )
            select cancellation_id from stored""");

    private static final String RECEIVED_AGAIN = "올바른 시각으로 다시 수신되었습니다. Received again with a plausible time.";

    private final Pool pool;

    CancellationStore(Pool pool) {
        this.pool = pool;
    }

    /// @return how many cancellations were new; the others were known, implausible, or received with other contents
    /// before
    public Uni<Integer> store(
            List<ReceivedCancellation> canceled, List<BookingMoved> rescheduled, List<BookingRestored> restored) {
        JsonArray reschedulings = new JsonArray();
        latest(rescheduled).forEach(each -> reschedulings.add(row(each)));
        JsonArray restorations = new JsonArray();
        restored.forEach(each -> restorations.add(row(each)));
        return STORE.run(
                        pool,
                        Parameters.with("canceled", (Object) rows(canceled))
                                .and("rescheduled", (Object) reschedulings)
                                .and("restored", (Object) restorations)
                                .and("endedBy", SetAsideStatus.BOOKING_SYSTEM)
                                .and("note", RECEIVED_AGAIN))
                .map(RowSet::size);
    }

    /// The payable and the booking system's id.
    private record Key(PayableRef payable, String id) {
        static Key of(ReceivedCancellation received) {
            return new Key(
                    received.cancellation().payable(), received.cancellation().cancellationId());
        }
    }

    /// The first of each key; what else was received under it is checked afterwards.
    private static JsonArray rows(List<ReceivedCancellation> canceled) {
        Set<Key> keys = new HashSet<>();
        JsonArray rows = new JsonArray();
        canceled.stream()
                .filter(each -> each.setAsideReason() == null)
                .filter(each -> keys.add(Key.of(each)))
                .forEach(each -> rows.add(CancellationRow.of(each)));
        return rows;
    }

    /// One of each payable: a statement cannot change a row twice.
    private static Collection<BookingMoved> latest(List<BookingMoved> rescheduled) {
        Map<PayableRef, BookingMoved> latest = new LinkedHashMap<>();
        rescheduled.forEach(
                each -> latest.merge(each.payable(), each, (a, b) -> b.movedAt().isAfter(a.movedAt()) ? b : a));
        return latest.values();
    }

    private static JsonObject row(BookingMoved rescheduling) {
        return row(rescheduling.payable())
                .put("moved_at", rescheduling.movedAt().toString())
                .put("start_at", text(rescheduling.startAt()))
                .put("start_day", text(rescheduling.day()));
    }

    private static JsonObject row(BookingRestored restoration) {
        String only = restoration.cancellationId();
        return row(restoration.payable())
                .put("cancellation_id", only == null ? "" : only)
                .put("restored_at", restoration.restoredAt().toString());
    }

    static JsonObject row(PayableRef payable) {
        return new JsonObject()
                .put("location_id", payable.locationId())
                .put("payable_type", payable.type())
                .put("payable_id", payable.id());
    }

    static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }
}
