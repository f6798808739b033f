package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.contracts.Role;
import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.cancellation.DecisionFacts.NamedStart;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.ledger.RowJson;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import com.coworkpay.refund.policy.domain.Start;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Finds payments that need a decision: because of a cancellation of their payable, or of an overpayment. A
/// cancellation whose payment or location is not known (or not as connected, or not its zone, or not the payment's
/// terms) is simply not found yet. One behind a refund by an earlier cancellation that is not over (a failed one until
/// `order` has proved that it moved nothing) is not found either: its payment is noted by the same statement, for
/// [DeferredDecisionStore]. Nor is one that waits for opening hours, until they are known ([ResolveStarts]); an
/// administrator's choice needs none.
@ApplicationScoped
class DecisionCaseStore {

    private static final Logger LOG = Logger.getLogger(DecisionCaseStore.class);

    private static final int MAX_ROWS = 500;

    /// For payables `a`, with a condition on payments `i`.
    private static final String SELECT = """
            with cases as materialized (
              select i.payment_id, i.overpaid, i.payable_type, i.owner_role, i.policy, i.begun_at, i.approved_at,
                     i.paid_start_at, i.paid_day, i.paid_day_start, i.moved_at, i.moved_start_at, i.moved_day,
                     i.moved_day_start, i.timezone, i.automatic_refunds, i.refund_approval_limit_krw,
                     i.location_version, i.earlier_refund,
                     c.cancellation_id, c.edition, c.released_at, c.canceled_at, c.canceled_by, c.canceled_by_role,
                     c.start_at as canceled_start_at, c.start_day as canceled_day,
                     (select to_jsonb(f)::text from full_day_start f where f.payment_id = i.payment_id
                         and f.start_day = c.start_day and f.shown_at = c.canceled_at) as canceled_day_start,
                     c.order_state, c.choice, c.choice_krw,
                     c.traceparent
                from (%s) a
                join decision_input i on i.is_decidable and i.location_id = a.location_id
                                     and i.payable_type = a.payable_type and i.payable_id = a.payable_id
                left join cancellation_state c on not i.overpaid and c.location_id = i.location_id
                  and c.payable_type = i.payable_type and c.payable_id = i.payable_id
                  and c.is_last_edition and not c.is_restored
               where (i.overpaid or c.cancellation_id is not null)
                 and not exists (select from decision d where d.payment_id = i.payment_id
                                    and d.cancellation_id is not distinct from c.cancellation_id
                                    and d.edition is not distinct from c.edition)
                 and not exists (select from set_aside s where s.location_id = c.location_id
                                    and s.payable_type = c.payable_type and s.payable_id = c.payable_id
                                    and s.cancellation_id = c.cancellation_id and s.contents = c.contents
                                    and s.payment_id = i.payment_id and s.status <> 'RELEASED')
                 and not (c.canceled_by_role <> 'ADMIN' and c.start_at is null
                   and exists (select from waiting_for_schedule w where w.payment_id = i.payment_id and w.blocks)
                   and case
                     when c.start_day is distinct from
                            (case when i.moved_at <= c.canceled_at then i.moved_day else i.paid_day end)
                          and c.start_day is not null
                       then not exists (select from full_day_start f where f.payment_id = i.payment_id
                                           and f.start_day = c.start_day and f.shown_at = c.canceled_at)
                     when i.moved_at <= c.canceled_at then i.moved_day is not null and i.moved_day_start is null
                     else i.paid_day is not null and i.paid_day_start is null
                   end)
                 %s
            ), deferred as (
              insert into deferred_decision (payment_id, noted_at)
              select payment_id, clock_timestamp()
                from (select distinct payment_id from cases where earlier_refund = 'UNDER_WAY') x
               order by payment_id
              on conflict (payment_id) do update set noted_at = excluded.noted_at
            )
            select c.*, now() as now,
                   case when row_number() over (partition by c.payment_id order by c.canceled_at, c.cancellation_id) = 1
                        then (select l.ledger::text from ledger l where l.payment_id = c.payment_id) end as ledger
              from cases c where c.earlier_refund <> 'UNDER_WAY'
             order by c.canceled_at, c.cancellation_id, c.payment_id limit %d
            """;

    private static final String NOT_DEFERRED =
            "and not exists (select from deferred_decision f where f.payment_id = i.payment_id)";

    private static final NamedQuery OF_PAYABLES = select("""
            select distinct * from jsonb_to_recordset(:payables::jsonb)
              as x(location_id text, payable_type text, payable_id text)""", "");

    private static final NamedQuery OF_LOCATION = select("""
            select location_id, payable_type, payable_id from cancellation where location_id = :locationId
            union select location_id, payable_type, payable_id from paid_payment where location_id = :locationId and overpaid""", "");

    /// Younger ones may still be in flight, and deferred ones have a worker of their own.
    private static final NamedQuery FORGOTTEN = select("""
            select location_id, payable_type, payable_id from cancellation
             where received_at between now() - make_interval(secs => :within) and now() - interval '1 minute'
                or released_at between now() - make_interval(secs => :within) and now() - interval '1 minute'
            union select location_id, payable_type, payable_id from paid_payment
             where overpaid and received_at between now() - make_interval(secs => :within) and now() - interval '1 minute'""", NOT_DEFERRED);

    private final Pool pool;
    private final LocationReplicaStore locations;
    private final UnknownTermsStore terms;

    DecisionCaseStore(Pool pool, LocationReplicaStore locations, UnknownTermsStore terms) {
        this.pool = pool;
        this.locations = locations;
        this.terms = terms;
    }

    private static NamedQuery select(String payables, String condition) {
        return NamedQuery.of(SELECT.formatted(payables, condition, MAX_ROWS));
    }

    public Uni<List<DecisionCase>> ofPayables(
            Collection<PayableRef> payables, Map<UUID, @Nullable String> traceparents) {
        JsonArray rows = new JsonArray();
        payables.forEach(payable -> rows.add(CancellationStore.row(payable)));
        return find(OF_PAYABLES, Parameters.with("payables", (Object) rows), traceparents);
    }

    public Uni<List<DecisionCase>> ofLocation(String locationId) {
        return find(OF_LOCATION, Parameters.with("locationId", locationId), Map.of());
    }

    public Uni<List<DecisionCase>> forgotten(Duration within) {
        return find(FORGOTTEN, Parameters.with("within", within), Map.of());
    }

    /// A newer process may have stored a zone or terms that are not known here. They are marked, so that the next
    /// query does not find what this process cannot decide; one that knows them takes them up (`RecheckUnknown`).
    private Uni<List<DecisionCase>> find(
            NamedQuery statement, Parameters values, Map<UUID, @Nullable String> traceparents) {
        return statement.run(pool, values).chain(rows -> {
            List<FoundCase> found = rows.stream().map(FoundCase::of).toList();
            Set<String> zones = found.stream()
                    .map(FoundCase::facts)
                    .filter(facts -> !facts.isZoneKnown())
                    .map(DecisionFacts::timezone)
                    .collect(Collectors.toSet());
            Set<UUID> payments = found.stream()
                    .filter(each -> !each.facts.areTermsKnown())
                    .map(FoundCase::paymentId)
                    .collect(Collectors.toSet());
            return zones.isEmpty() && payments.isEmpty()
                    ? Uni.createFrom().item(read(found, traceparents))
                    : locations
                            .zonesUnknown(zones)
                            .chain(() -> terms.termsUnknown(payments))
                            .chain(() -> find(statement, values, traceparents));
        });
    }

    private record FoundCase(Row row, UUID paymentId, DecisionFacts facts) {
        static FoundCase of(Row row) {
            return new FoundCase(row, row.getUUID("payment_id"), DecisionFacts.of(row));
        }
    }

    /// There may be more: query again.
    public static boolean isFull(List<DecisionCase> found) {
        return found.size() == MAX_ROWS;
    }

    /// The first row of each payment has its ledger. One that cannot be read (a newer process may have written it) does
    /// not keep the others from being decided; a process that can read it finds it again.
    private static List<DecisionCase> read(List<FoundCase> found, Map<UUID, @Nullable String> traceparents) {
        Map<UUID, Optional<Ledger>> ledgers = new HashMap<>();
        List<DecisionCase> cases = new ArrayList<>(found.size());
        for (FoundCase each : found) {
            ledgers.computeIfAbsent(each.paymentId, _ -> ledger(each))
                    .ifPresent(ledger -> cases.add(read(each, ledger, traceparents)));
        }
        return cases;
    }

    private static Optional<Ledger> ledger(FoundCase found) {
        try {
            return Optional.of(RowJson.read(found.row.getString("ledger"), Ledger.class));
        } catch (IllegalStateException unreadable) {
            LOG.errorf(unreadable, "the ledger of payment %s cannot be read: nothing is decided", found.paymentId);
            return Optional.empty();
        }
    }

    private static DecisionCase read(FoundCase found, Ledger ledger, Map<UUID, @Nullable String> traceparents) {
        Row row = found.row;
        var startAt = row.getOffsetDateTime("canceled_start_at");
        String trace = row.getString("traceparent");
        return new DecisionCase(
                ledger,
                DatabaseTime.of(row),
                row.getString("cancellation_id"),
                row.getInteger("edition"),
                row.getOffsetDateTime("begun_at").toInstant(),
                row.getOffsetDateTime("released_at") != null,
                row.getString("canceled_by"),
                trace == null ? traceparents.get(found.paymentId) : trace,
                found.facts.input(
                        ledger,
                        trigger(row),
                        new NamedStart(
                                startAt == null ? null : startAt.toInstant(),
                                row.getLocalDate("canceled_day"),
                                row.getString("canceled_day_start"),
                                Start.From.CANCELLATION)));
    }

    private static RefundTrigger trigger(Row row) {
        return row.getBoolean("overpaid")
                ? new RefundTrigger.Overpayment()
                : new RefundTrigger.Canceled(
                        row.getOffsetDateTime("canceled_at").toInstant(),
                        Role.valueOf(row.getString("canceled_by_role")),
                        row.getString("order_state"),
                        choice(row));
    }

    private static @Nullable RefundChoice choice(Row row) {
        String choice = row.getString("choice");
        return choice == null ? null : new RefundChoice(RefundChoice.Kind.valueOf(choice), row.getLong("choice_krw"));
    }
}
