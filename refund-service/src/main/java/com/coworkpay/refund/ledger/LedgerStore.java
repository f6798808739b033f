package com.coworkpay.refund.ledger;

import com.coworkpay.contracts.EventJson;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.LedgerChange;
import com.coworkpay.refund.domain.LedgerEvents;
import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.Resolution;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads ledgers, and writes their next versions with what they publish, each all or nothing.
@ApplicationScoped
public class LedgerStore {

    /// A ledger that another change was faster to change is read and changed again, so often at most.
    private static final int MAX_ATTEMPTS = 10;

    private static final int MAX_PAUSE_MILLIS = 200;

    private static final NamedQuery READ = NamedQuery.of("""
            select ledger::text as ledger, now() as now from ledger where payment_id = :paymentId""");

    /// Refunds are locked first, at the version that each had, then the ledgers. Where one of them has another
    /// version by now, nothing of that ledger is written. What a worker waits for is due by this database's clock,
    /// however long the statement took to arrive.
    private static final NamedQuery WRITE =
            NamedQuery.of("""
            with ledger_change as materialized (
              select * from jsonb_to_recordset(:ledgers::text::jsonb) as x(payment_id uuid, version bigint, moves bigint,
                refunded_krw bigint, refunded_vat_krw bigint, refunded_tax_free_krw bigint,
                reserved_krw bigint, reserved_vat_krw bigint, reserved_tax_free_krw bigint, refunded_elsewhere_krw bigint)
            ), refund_change as materialized (
              select * from jsonb_to_recordset(:moved::text::jsonb)
                as x(id uuid, payment_id uuid, version bigint, at timestamptz, change jsonb)
            ), held as materialized (
              select h.payment_id from (select * from refund_change order by id) c
               cross join lateral (select r.payment_id from refund r where r.id = c.id and r.version = c.version
                                      for no key update) h
            ), locked as materialized (
              select p.payment_id
                from ledger_change l join paid_payment p on p.payment_id = l.payment_id and p.version = l.version - 1
               where l.moves = (select count(*) from held h where h.payment_id = l.payment_id)
               order by p.payment_id for no key update of p
            ), paid as (
              update paid_payment p
                 set version = l.version, refunded_krw = l.refunded_krw, refunded_vat_krw = l.refunded_vat_krw,
                     refunded_tax_free_krw = l.refunded_tax_free_krw, reserved_krw = l.reserved_krw,
                     reserved_vat_krw = l.reserved_vat_krw, reserved_tax_free_krw = l.reserved_tax_free_krw,
                     refunded_elsewhere_krw = l.refunded_elsewhere_krw
                from locked k join ledger_change l on l.payment_id = k.payment_id
               where p.payment_id = k.payment_id
            ), moved as (
              update refund r
                 set (version, status, amount_krw, vat_krw, tax_free_krw, cancel_attempts, sent_at, available_krw,
                      repeat_decline, failure, last_answer, aid, canceled_at, unsettled_since, manual_review_since,
                      manual_review_reason, check_attempts, only_attempt_declined, repeat_not_before,
                      failure_confirmed_at, finished_at, approval, next_check_at)
                   = (select n.version, n.status, n.amount_krw, n.vat_krw, n.tax_free_krw, n.cancel_attempts, n.sent_at,
                             n.available_krw, n.repeat_decline, n.failure, n.last_answer, n.aid, n.canceled_at,
                             n.unsettled_since, n.manual_review_since, n.manual_review_reason, n.check_attempts,
                             n.only_attempt_declined, n.repeat_not_before, n.failure_confirmed_at, n.finished_at, n.approval,
                             now() + (n.next_check_at - c.at)
                        from jsonb_populate_record(r, c.change) n)
                from locked k join refund_change c on c.payment_id = k.payment_id
               where r.id = c.id
            ), decided as (
              insert into decision
              select n.* from locked k join jsonb_populate_recordset(null::decision, :decided::text::jsonb) n
                on n.payment_id = k.payment_id
            ), requested as (
              insert into refund
              select n.* from locked k join jsonb_populate_recordset(null::refund, :requested::text::jsonb) n
                on n.payment_id = k.payment_id
            ), resolved as (
              insert into resolution
              select n.* from locked k join jsonb_populate_recordset(null::resolution, :resolved::text::jsonb) n
                on n.payment_id = k.payment_id
            ), published as (
              insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
              select uuidv7(), e.topic, e.aggregatetype, e.aggregateid, e.type, e.version, e.payload, e.traceparent
                from locked k join jsonb_to_recordset(:events::text::jsonb) as e(payment_id uuid, topic text,
                  aggregatetype text, aggregateid text, type text, version bigint, payload jsonb, traceparent text)
                on e.payment_id = k.payment_id
            ), audited as (
            """ + AuditSql.ofPaymentsIn("locked") + ") select payment_id from locked");

    /// The same for the usual change, a move of one refund: less work for the database, which then needs no sets.
    private static final NamedQuery MOVE = NamedQuery.of("""
            with held as materialized (
              select id from refund where id = :id and version = :refundVersion for no key update
            ), locked as materialized (
              select p.payment_id from held join paid_payment p on p.payment_id = :paymentId and p.version = :version - 1
                 for no key update of p
            ), paid as (
              update paid_payment p
                 set version = :version, refunded_krw = :refundedKrw, refunded_vat_krw = :refundedVatKrw,
                     refunded_tax_free_krw = :refundedTaxFreeKrw, reserved_krw = :reservedKrw,
                     reserved_vat_krw = :reservedVatKrw, reserved_tax_free_krw = :reservedTaxFreeKrw,
                     refunded_elsewhere_krw = :refundedElsewhereKrw
                from locked k where p.payment_id = k.payment_id
            ), moved as (
              update refund r
                 set (version, status, amount_krw, vat_krw, tax_free_krw, cancel_attempts, sent_at, available_krw,
                      repeat_decline, failure, last_answer, aid, canceled_at, unsettled_since, manual_review_since,
                      manual_review_reason, check_attempts, only_attempt_declined, repeat_not_before,
                      failure_confirmed_at, finished_at, approval, next_check_at)
                   = (select n.version, n.status, n.amount_krw, n.vat_krw, n.tax_free_krw, n.cancel_attempts, n.sent_at,
                             n.available_krw, n.repeat_decline, n.failure, n.last_answer, n.aid, n.canceled_at,
                             n.unsettled_since, n.manual_review_since, n.manual_review_reason, n.check_attempts,
                             n.only_attempt_declined, n.repeat_not_before, n.failure_confirmed_at, n.finished_at, n.approval,
                             now() + (n.next_check_at - :at::timestamptz)
                        from jsonb_populate_record(r, :change::text::jsonb) n)
                from locked where r.id = :id
            ), published as (
              insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
              select uuidv7(), e.topic, e.aggregatetype, e.aggregateid, e.type, e.version, e.payload, e.traceparent
                from locked cross join jsonb_to_recordset(:events::text::jsonb) as e(topic text, aggregatetype text,
                  aggregateid text, type text, version bigint, payload jsonb, traceparent text)
            )
            select payment_id from locked""");

    /// A step of which nothing is published, at the version that the refund had.
    private static final NamedQuery STEP = NamedQuery.of("""
            update refund r
               set (version, status, cancel_attempts, sent_at, available_krw, repeat_decline, last_answer, unsettled_since,
                    check_attempts, only_attempt_declined, repeat_not_before, failure_confirmed_at, next_check_at)
                 = (select n.version, n.status, n.cancel_attempts, n.sent_at, n.available_krw, n.repeat_decline,
                           n.last_answer, n.unsettled_since, n.check_attempts, n.only_attempt_declined,
                           n.repeat_not_before, n.failure_confirmed_at, now() + (n.next_check_at - :at::timestamptz)
                      from jsonb_populate_record(r, :change::text::jsonb) n)
             where r.id = :id and r.version = :version""");

    private final Pool pool;
    private final OutboxRelay relay;
    private final TransitionMetrics metrics;

    LedgerStore(Pool pool, OutboxRelay relay, TransitionMetrics metrics) {
        this.pool = pool;
        this.relay = relay;
        this.metrics = metrics;
    }

    public Uni<Optional<ReadLedger>> read(UUID paymentId) {
        return READ.run(pool, Parameters.with("paymentId", paymentId)).map(rows -> rows.stream()
                .findFirst()
                .map(row -> new ReadLedger(RowJson.read(row.getString("ledger"), Ledger.class), DatabaseTime.of(row))));
    }

    /// @param resolution by which a person makes the change
    /// @param audit who makes it, with the ledger afterwards; absent where the service does by itself
    /// @return the next version of the ledger; empty if the change cannot be made any more. Fails with a
    ///     [LedgerContendedException] if others were faster again and again
    public Uni<Optional<Ledger>> change(
            ReadLedger read,
            Change change,
            @Nullable Function<Instant, Resolution> resolution,
            @Nullable Function<Ledger, AuditEntry> audit) {
        return Uni.createFrom().deferred(() -> change(read, change, resolution, audit, 1));
    }

    public Uni<Optional<Ledger>> change(ReadLedger read, Change change) {
        return change(read, change, null, null);
    }

    private Uni<Optional<Ledger>> change(
            ReadLedger read,
            Change change,
            @Nullable Function<Instant, Resolution> resolution,
            @Nullable Function<Ledger, AuditEntry> audit,
            int attempt) {
        Instant at = read.time().now();
        Ledger after = change.after(read.ledger(), at);
        if (after == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        LedgerChange next = new LedgerChange(
                read.ledger(),
                after,
                at,
                Traceparent.current(),
                resolution == null ? null : resolution.apply(at),
                audit == null ? null : audit.apply(after));
        return write(List.of(next))
                .chain(written -> written.isEmpty()
                        ? readAgain(after.payment().paymentId(), attempt)
                                .chain(newer -> change(newer, change, resolution, audit, attempt + 1))
                        : Uni.createFrom().item(Optional.of(after)));
    }

    /// Pauses grow, and differ: so many as wait for one ledger do not all come back at once.
    private Uni<ReadLedger> readAgain(UUID paymentId, int attempt) {
        metrics.contended();
        if (attempt == MAX_ATTEMPTS) {
            return Uni.createFrom().failure(new LedgerContendedException(paymentId));
        }
        int pause = ThreadLocalRandom.current().nextInt(1, Math.min(MAX_PAUSE_MILLIS, 2 << attempt));
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(pause))
                .chain(() -> read(paymentId))
                .map(Optional::orElseThrow);
    }

    /// @param changes at most one of each ledger
    /// @return the payments whose ledgers were as expected: these changes are written
    public Uni<Set<UUID>> write(List<LedgerChange> changes) {
        LedgerChange.Move only = changes.size() == 1 ? changes.getFirst().onlyMove() : null;
        Uni<RowSet<Row>> rows =
                only == null ? WRITE.run(pool, values(changes)) : MOVE.run(pool, values(changes.getFirst(), only));
        return rows.map(found ->
                        found.stream().map(row -> row.getUUID("payment_id")).collect(Collectors.toSet()))
                .invoke(written -> {
                    changes.stream()
                            .filter(change ->
                                    written.contains(change.after().payment().paymentId()))
                            .forEach(metrics::count);
                    if (!written.isEmpty()) {
                        relay.wake();
                    }
                });
    }

    private static Parameters values(LedgerChange change, LedgerChange.Move move) {
        PaidPayment payment = change.after().payment();
        Refund before = Objects.requireNonNull(move.before());
        return Parameters.of(payment)
                .and("id", before.id())
                .and("refundVersion", before.version())
                .and("at", change.at().atOffset(ZoneOffset.UTC))
                .and("change", RowJson.difference(before, move.after()).toString())
                .and("events", events(change).toString());
    }

    private static Parameters values(List<LedgerChange> changes) {
        ArrayNode ledgers = array();
        ArrayNode moved = array();
        ArrayNode decided = array();
        ArrayNode requested = array();
        ArrayNode resolved = array();
        ArrayNode events = array();
        for (LedgerChange change : changes) {
            int moves = moved.size();
            for (LedgerChange.Move move : change.moves()) {
                if (move.before() == null) {
                    requested.add(RowJson.write(move.after())
                            .put("location_id", change.after().payment().locationId()));
                } else {
                    moved.add(moved(move.before(), move.after(), change.at()));
                }
            }
            ledgers.add(RowJson.write(change.after().payment()).put("moves", moved.size() - moves));
            change.newDecisions().forEach(decision -> decided.add(RowJson.write(decision)));
            if (change.resolution() != null) {
                resolved.add(RowJson.write(change.resolution()));
            }
            events.addAll(events(change));
        }
        return Parameters.with("ledgers", ledgers.toString())
                .and("moved", moved.toString())
                .and("decided", decided.toString())
                .and("requested", requested.toString())
                .and("resolved", resolved.toString())
                .and("events", events.toString())
                .and(
                        "audit",
                        AuditEntry.rows(changes.stream()
                                .map(LedgerChange::audit)
                                .filter(Objects::nonNull)
                                .toList()));
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static ObjectNode moved(Refund before, Refund after, Instant at) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("id", before.id().toString())
                .put("payment_id", before.paymentId().toString())
                .put("version", before.version())
                .put("at", at.toString());
        return row.set("change", RowJson.difference(before, after));
    }

    private static ArrayNode events(LedgerChange change) {
        ArrayNode events = array();
        LedgerEvents.of(change).forEach(event -> events.add(row(change.after().payment(), event)));
        return events;
    }

    private static ObjectNode row(PaidPayment payment, LedgerEvents.Event event) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("payment_id", payment.paymentId().toString())
                .put("topic", event.topic())
                .put("aggregatetype", event.aggregateType())
                .put("aggregateid", event.key())
                .put("type", event.type())
                .put("version", event.version())
                .put("traceparent", event.traceparent());
        return row.set("payload", EventJson.tree(event.data()));
    }

    /// @param at the time that the step was computed with
    /// @return false if the refund has changed in the meantime
    public Uni<Boolean> step(RefundState before, RefundState after, Instant at) {
        Parameters values = Parameters.with("id", before.refund().id())
                .and("version", before.refund().version())
                .and("at", at.atOffset(ZoneOffset.UTC))
                .and(
                        "change",
                        RowJson.difference(before.refund(), after.refund()).toString());
        return STEP.run(pool, values).map(rows -> rows.rowCount() == 1);
    }

    /// A ledger as it was read.
    ///
    /// @param time of the database
    public record ReadLedger(Ledger ledger, DatabaseTime time) {}

    /// The next version of a ledger.
    public interface Change {

        /// A move of a refund, as long as nobody else moved it.
        static <S extends RefundState> Change of(S state, BiFunction<S, Instant, RefundState> move) {
            Refund expected = state.refund();
            return (before, at) -> before.refund(expected.id())
                    .filter(current -> current.version() == expected.version())
                    .map(current -> before.move(move.apply(same(state, current), at)))
                    .orElse(null);
        }

        /// Of one version a refund has one state.
        @SuppressWarnings("unchecked")
        private static <S extends RefundState> S same(S state, Refund current) {
            return (S) state.getClass().cast(RefundState.of(current));
        }

        /// @return null if it cannot be made any more
        @Nullable
        Ledger after(Ledger before, Instant at);
    }

    /// Others changed the same ledger again and again.
    public static final class LedgerContendedException extends RuntimeException {
        LedgerContendedException(UUID paymentId) {
            super("the ledger of payment " + paymentId + " is changed by too many at once");
        }
    }
}
