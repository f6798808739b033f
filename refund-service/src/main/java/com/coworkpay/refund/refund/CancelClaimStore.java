package com.coworkpay.refund.refund;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.UniqueViolation;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundState.InFlight;
import com.coworkpay.refund.ledger.TakenRefund;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The claims of a cancel, each one statement: the intention is stored, with the balance it is bound to, before
/// anything is sent.
@ApplicationScoped
class CancelClaimStore {

    private static final String ONE_IN_FLIGHT = "refund_one_in_flight";

    private static final String DUE = """
            select c.id, p.payment_id, p.total_krw - p.refunded_krw as balance_krw
                from refund c join paid_payment p on p.payment_id = c.payment_id
               where c.status = 'REQUESTED' and c.next_check_at <= now() and c.batch_id is %s null
                 and c.manual_review_reason is distinct from 'SAME_AMOUNT_OUTSIDE'
                 and not exists (select from refund o where o.payment_id = c.payment_id
                                    and o.status || '' in ('IN_FLIGHT', 'UNKNOWN'))
                 and not exists (select from refund e where e.payment_id = c.payment_id and e.status || '' = 'REQUESTED'
                                    and e.next_check_at <= now() and (e.requested_at, e.id) < (c.requested_at, c.id)
                                    and e.manual_review_reason is distinct from 'SAME_AMOUNT_OUTSIDE')
               order by c.next_check_at limit %s
                 for no key update of c, p skip locked""";

    /// Of each payment the oldest due refund that is not held, while none of that payment is unsettled; the unique
    /// index `refund_one_in_flight` is the rule, the conditions avoid most violations of it. The ledger's row is
    /// locked too, so that the balance is the newest one, not the snapshot's. Refunds of batches take the places
    /// that
    /// the others leave, and no more than so many are in flight: another refund always finds room at its account.
    private static final NamedQuery CLAIM =
            NamedQuery.of("""
            with single as materialized (
              %s
            ), of_batch as materialized (
              %s
            ), due as (
              select * from single union all select * from of_batch
            )
            update refund r set status = 'IN_FLIGHT', version = r.version + 1, cancel_attempts = 1, sent_at = now(),
                   available_krw = d.balance_krw, unsettled_since = now(),
                   next_check_at = now() + make_interval(secs => :lease)
              from due d join ledger l on l.payment_id = d.payment_id
             where r.id = d.id
            returning row_to_json(r)::text as refund, l.ledger::text as ledger, now() as now""".formatted(DUE.formatted("", ":batch"), DUE.formatted("not", """
            greatest(0, least(:batch - (select count(*) from single),
                 :ofBatches - (select count(*) from refund f where f.batch_id is not null and f.status = 'IN_FLIGHT')))""")));

    /// A repeat, only after an order inquiry, when it may be repeated by the database's clock too, and with the same
    /// content as the first attempt. The number of attempts is not limited.
    private static final NamedQuery REPEAT = NamedQuery.of("""
            update refund r set status = 'IN_FLIGHT', version = r.version + 1, cancel_attempts = r.cancel_attempts + 1, sent_at = now(),
                   next_check_at = now() + make_interval(secs => :lease)
              from ledger l
             where r.id = :id and r.version = :version and r.status || '' = 'UNKNOWN'
               and :repeatableFrom <= now() and l.payment_id = r.payment_id
            returning row_to_json(r)::text as refund, l.ledger::text as ledger, now() as now""");

    private final Pool pool;
    private final RefundConfig.Refund config;

    CancelClaimStore(Pool pool, RefundConfig config) {
        this.pool = pool;
        this.config = config.refund();
    }

    /// @param max how many refunds are taken at once
    public Uni<List<CancelClaim>> due(int max) {
        Parameters values = Parameters.with("batch", max)
                .and("ofBatches", config.batch().inFlight())
                .and("lease", config.execution().lease());
        return CLAIM.run(pool, values)
                .map(CancelClaimStore::claims)
                // Two workers took two refunds of one payment at the same moment: the index let one in.
                .onFailure(failure -> UniqueViolation.isOf(ONE_IN_FLIGHT, failure))
                .recoverWithItem(List.of());
    }

    /// Empty when the refund has changed in the meantime.
    public Uni<Optional<CancelClaim>> repeat(Refund unknown) {
        Instant repeatableFrom = Objects.requireNonNull(
                unknown.repeatableFrom(config.settlement().quietAfter()));
        Parameters values = Parameters.with("id", unknown.id())
                .and("version", unknown.version())
                .and("repeatableFrom", repeatableFrom.atOffset(ZoneOffset.UTC))
                .and("lease", config.execution().lease());
        return REPEAT.run(pool, values).map(rows -> claims(rows).stream().findFirst());
    }

    private static List<CancelClaim> claims(RowSet<Row> rows) {
        return TakenRefund.all(rows).stream()
                .map(taken -> new CancelClaim(new InFlight(taken.refund()), taken.ledger(), taken.time()))
                .toList();
    }
}
