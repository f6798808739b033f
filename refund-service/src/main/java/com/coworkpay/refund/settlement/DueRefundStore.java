package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.ledger.TakenRefund;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes unsettled refunds with a lease.
@ApplicationScoped
class DueRefundStore {

    /// Taken by one worker, skipped by all others until its lease is over, so that no refund stays with a dead worker.
    /// A refund in flight whose lease ran out has lost its process: its outcome is unknown from here on.
    private static final NamedQuery TAKE = NamedQuery.of("""
            update refund r set status = case when r.status = 'IN_FLIGHT' then 'UNKNOWN' else r.status end,
                   version = r.version + case when r.status = 'IN_FLIGHT' then 1 else 0 end,
                   next_check_at = now() + make_interval(secs => :lease), check_attempts = r.check_attempts + 1, last_checked_at = now()
              from ledger l
             where r.id in (select id from refund where next_check_at <= now()
                               and (status in ('IN_FLIGHT', 'UNKNOWN')
                                 or status = 'FAILED' and failure_confirmed_at is null)
                             order by next_check_at limit :batch for no key update skip locked)
               and l.payment_id = r.payment_id
            returning row_to_json(r)::text as refund, l.ledger::text as ledger, now() as now""");

    /// One refund, for a person, whatever it waits for, with its audit row; not while a cancel of it is in flight. A
    /// requested or confirmed failed one keeps its next check.
    private static final NamedQuery TAKE_ONE = NamedQuery.of("""
            with taken as (
            update refund r set status = case when r.status = 'IN_FLIGHT' then 'UNKNOWN' else r.status end,
                   version = r.version + case when r.status = 'IN_FLIGHT' then 1 else 0 end,
                   next_check_at = case when r.status = 'REQUESTED' or r.failure_confirmed_at is not null then r.next_check_at
                                 else now() + make_interval(secs => :lease) end,
                   check_attempts = r.check_attempts + 1, last_checked_at = now()
              from ledger l
             where r.id = :id and r.payment_id = :paymentId and l.payment_id = r.payment_id
               and l.location_id = :locationId and (r.last_checked_at is null or r.last_checked_at <= now() - make_interval(secs => :pause))
               and (r.status in ('REQUESTED', 'UNKNOWN', 'FAILED') or r.status = 'IN_FLIGHT' and r.next_check_at <= now())
            returning row_to_json(r)::text as refund, l.ledger::text as ledger, now() as now
            ), audited as (
            """ + AuditSql.ifAny("taken") + ") select * from taken");

    private static final NamedQuery WHY_NOT_TAKEN = NamedQuery.of("""
            select r.last_checked_at > now() - make_interval(secs => :pause) and r.status <> 'SUCCEEDED' as just_now
              from refund r join paid_payment p on p.payment_id = r.payment_id
             where r.id = :id and r.payment_id = :paymentId and p.location_id = :locationId""");

    /// At the end of the quiet time at the latest: then it is decided whether to send again. Not where its account's
    /// event has made it due meanwhile, which counts its attempts again from zero.
    private static final NamedQuery CHECK_AGAIN = NamedQuery.of("""
            update refund
               set next_check_at = least(now() + make_interval(secs => :pause),
                                         case when now() < :repeatableFrom::timestamptz then :repeatableFrom end)
             where id = :id and version = :version and status || '' in ('UNKNOWN', 'FAILED')
               and failure_confirmed_at is null and check_attempts >= :checkAttempts""");

    /// Requested and not sent for long, whatever the cause: the account, KakaoPay, or another refund of the payment.
    private static final NamedQuery STALLED = NamedQuery.of("""
            select row_to_json(r)::text as refund, l.ledger::text as ledger, now() as now
              from refund r join ledger l on l.payment_id = r.payment_id
             where r.status = 'REQUESTED' and r.next_check_at is not null and r.manual_review_since is null
               and r.requested_at <= now() - make_interval(secs => :reviewAfter)
             order by r.requested_at limit :batch""");

    private final Pool pool;
    private final RefundConfig.Settlement config;
    private final SettlementLimits limits;

    DueRefundStore(Pool pool, RefundConfig config) {
        this.pool = pool;
        this.config = config.refund().settlement();
        this.limits = new SettlementLimits(
                this.config.quietAfter(),
                this.config.manualReviewAttempts(),
                this.config.manualReviewAfter(),
                this.config.clockTolerance());
    }

    /// Why a refund was not taken for a person.
    public enum NotTakenReason {
        NOT_FOUND,
        CHECKED_JUST_NOW,
        /// It has succeeded, or a cancel of it is in flight.
        NOTHING_TO_CHECK
    }

    /// @param max how many are taken
    public Uni<List<DueRefund>> take(int max) {
        return TAKE.run(pool, Parameters.with("lease", config.lease()).and("batch", max))
                .map(rows -> TakenRefund.all(rows).stream().map(this::due).toList());
    }

    /// @param pause since the last order inquiry
    /// @param audit on record if it is taken; absent where what follows is
    public Uni<Optional<DueRefund>> takeOne(
            String locationId, UUID paymentId, UUID refundId, Duration pause, @Nullable AuditEntry audit) {
        Parameters values = Parameters.with("lease", config.lease()).and("audit", AuditEntry.rows(audit));
        return TAKE_ONE.run(pool, one(values, locationId, paymentId, refundId, pause))
                .map(rows -> rows.stream().findFirst().map(TakenRefund::of).map(this::due));
    }

    public Uni<NotTakenReason> whyNotTaken(String locationId, UUID paymentId, UUID refundId, Duration pause) {
        Parameters values = Parameters.with("locationId", locationId);
        return WHY_NOT_TAKEN
                .run(pool, one(values, locationId, paymentId, refundId, pause))
                .map(rows -> {
                    var each = rows.iterator();
                    if (!each.hasNext()) {
                        return NotTakenReason.NOT_FOUND;
                    }
                    return Boolean.TRUE.equals(each.next().getBoolean("just_now"))
                            ? NotTakenReason.CHECKED_JUST_NOW
                            : NotTakenReason.NOTHING_TO_CHECK;
                });
    }

    private static Parameters one(Parameters values, String locationId, UUID paymentId, UUID refundId, Duration pause) {
        return values.and("id", refundId)
                .and("paymentId", paymentId)
                .and("locationId", locationId)
                .and("pause", pause);
    }

    /// Another order inquiry after this pause; changes nothing if the refund has changed, or needs none.
    public Uni<Void> checkAgain(Refund refund, Duration pause) {
        Instant repeatableFrom = refund.repeatableFrom(config.quietAfter());
        Parameters values = Parameters.with("id", refund.id())
                .and("version", refund.version())
                .and("checkAttempts", refund.checkAttempts())
                .and("pause", pause)
                .and("repeatableFrom", repeatableFrom == null ? null : repeatableFrom.atOffset(ZoneOffset.UTC));
        return CHECK_AGAIN.run(pool, values).replaceWithVoid();
    }

    /// Those that go to manual review.
    public Uni<List<TakenRefund>> stalled() {
        Parameters values =
                Parameters.with("reviewAfter", config.manualReviewAfter()).and("batch", config.batch());
        return STALLED.run(pool, values).map(TakenRefund::all);
    }

    private DueRefund due(TakenRefund taken) {
        Refund refund = taken.refund();
        Ledger ledger = taken.ledger();
        return new DueRefund(
                RefundState.of(refund),
                ledger,
                taken.time(),
                SettlementFacts.of(
                        refund,
                        ledger.payment().expectedKrw(),
                        limits,
                        taken.time().now()),
                OurCancels.of(ledger, refund, limits.clockTolerance()));
    }
}
