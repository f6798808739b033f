package com.coworkpay.payment.settlement;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.SettlementFacts;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Leases due payments to a worker, and returns them.
@ApplicationScoped
public class DuePaymentStore {

    private static final String TAKEN = """
            returning %s, now() as now, p.approve_claimed_at is not null as ever_claimed, p.pg_token is not null as has_token,
                      coalesce(now() >= p.expires_at, false) as expired,
                      payment_tid_dead(p, :deadAfter) as tid_dead, payment_quiet(p, :quietAfter) as quiet,
                      payment_approve_repeatable(p, :quietAfter, :deadAfter) as approve_repeatable,
                      p.status in ('APPROVING', 'UNKNOWN') and exists (select from effective_cancellation c
                        where c.location_id = p.location_id and c.payable_type = p.payable_type
                          and c.payable_id = p.payable_id) as payable_canceled,
                      now() >= coalesce(p.unsettled_since, greatest(p.expires_at, p.canceled_at, p.failed_at), p.created_at)
                               + make_interval(secs => :manualReviewAfter) as review_due""".formatted(PaymentSnapshot.columns("p"));

    /// Taken by one worker and skipped by all others until the lease expires, so what a dead worker held is taken
    /// again. All ages are by the database's clock.
    private static final NamedQuery TAKE = NamedQuery.of("""
            update payment p set next_check_at = now() + make_interval(secs => :lease), check_attempts = check_attempts + 1
             where p.id in (select id from payment where next_check_at <= now() and merchant_account_id <> all (:busyAccounts::text[])
                             order by next_check_at limit :limit for update skip locked)
            """ + TAKEN);

    /// For a person's inquiry, due or not, with its audit row. A payment whose approve is under way is not taken: its
    /// answer comes first.
    private static final NamedQuery TAKE_ONE =
            NamedQuery.of("""
            with taken as (
            update payment p set next_check_at = now() + make_interval(secs => :lease), check_attempts = check_attempts + 1, check_requested_at = now()
             where p.id = :id and p.location_id = :locationId and p.tid is not null
               and p.status || '' not in ('CREATED', 'PAID', 'OVERPAID')
               and not (p.status || '' = 'APPROVING' and p.next_check_at > now())
               and (p.check_requested_at is null or p.check_requested_at <= now() - make_interval(secs => :pause))
            """ + TAKEN + "), audited as (" + AuditSql.ifAny("taken") + ") select * from taken");

    private static final NamedQuery REJECTION = NamedQuery.of("""
            select case when tid is null or status in ('CREATED', 'PAID', 'OVERPAID') then 'NOTHING_TO_ASK'
                        when status = 'APPROVING' and next_check_at > now() then 'APPROVE_UNDER_WAY'
                        else 'ASKED_JUST_NOW' end as rejection
              from payment where id = :id and location_id = :locationId""");

    private static final RowReader<SettlementFacts> FACTS = RowReader.of(MethodHandles.lookup(), SettlementFacts.class);

    private static final Logger LOG = Logger.getLogger(DuePaymentStore.class);

    private final Pool pool;
    private final PaymentConfig.Settlement config;

    DuePaymentStore(Pool pool, PaymentConfig config) {
        this.pool = pool;
        this.config = config.payment().settlement();
    }

    /// @param limit at most so many payments
    /// @param busyAccounts nothing of these merchant accounts
    public Uni<List<DuePayment>> take(int limit, Set<String> busyAccounts) {
        Parameters values =
                Parameters.with("limit", limit).and("busyAccounts", (Object) busyAccounts.toArray(String[]::new));
        return TAKE.run(pool, taking(values)).map(DuePaymentStore::all);
    }

    /// @param pause between two inquiries by people
    /// @param audit on record if it is taken; absent where what follows is
    public Uni<Optional<DuePayment>> takeOne(String locationId, UUID id, Duration pause, @Nullable AuditEntry audit) {
        Parameters values = Parameters.with("id", id)
                .and("locationId", locationId)
                .and("audit", AuditEntry.rows(audit))
                .and("pause", pause);
        return TAKE_ONE.run(pool, taking(values)).map(rows -> all(rows).stream().findFirst());
    }

    /// Why [#takeOne] took nothing.
    public Uni<InquiryRejection> rejection(String locationId, UUID id) {
        return REJECTION
                .run(pool, Parameters.with("id", id).and("locationId", locationId))
                .map(rows -> {
                    var each = rows.iterator();
                    return each.hasNext()
                            ? InquiryRejection.valueOf(each.next().getString("rejection"))
                            : InquiryRejection.NOT_FOUND;
                });
    }

    private Parameters taking(Parameters values) {
        return values.and("lease", config.lease())
                .and("deadAfter", config.deadAfter())
                .and("quietAfter", config.quietAfter())
                .and("manualReviewAfter", config.manualReviewAfter());
    }

    /// One that cannot be read (a newer process may have written it) does not keep the others from being settled.
    private static List<DuePayment> all(RowSet<Row> rows) {
        List<DuePayment> taken = new ArrayList<>();
        rows.forEach(row -> {
            try {
                taken.add(read(row));
            } catch (RuntimeException unreadable) {
                LOG.errorf(unreadable, "payment %s is due and cannot be read", row.getUUID("id"));
            }
        });
        return taken;
    }

    private static DuePayment read(Row row) {
        return new DuePayment(PaymentSnapshot.of(row), FACTS.read(row), row.getBoolean("review_due"));
    }
}
