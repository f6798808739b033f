package com.coworkpay.refund.settlement.persistence;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.settlement.domain.DueRefund;
import com.coworkpay.refund.settlement.domain.SettlementFacts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes unsettled refunds with a lease, and schedules their next check.
@ApplicationScoped
public class DueRefundStore {

    private static final String TAKEN = """
            returning r.id, r.payment_id, r.version, r.status, r.amount_krw, r.repeat_decline, r.failure,
                      r.traceparent, coalesce(r.available_krw, p.total_krw - p.refunded_krw) as available_krw,
                      p.location_id, p.payable_type, p.payable_id, p.total_krw,
                      p.total_krw - p.refunded_krw as expected_krw, p.merchant_account_id, p.cid, p.tid,
                      (r.sent_at is null or r.sent_at <= now() - make_interval(secs => :quiet))
                        and (r.repeat_not_before is null or r.repeat_not_before <= now()) as quiet,
                      r.cancel_attempts >= :reviewAttempts as many_attempts, r.manual_review_reason,
                      coalesce(r.unsettled_since <= now() - make_interval(secs => :reviewAfter), false) as overdue,
                      r.unsettled_since - make_interval(secs => :tolerance) as not_before,
                      (r.cancel_attempts = 0 or r.cancel_attempts = 1 and r.only_attempt_declined) as without_effect,
                      (select jsonb_agg(jsonb_build_object('id', o.id, 'status', o.status, 'origin', o.origin, 'krw',
                                o.amount_krw, 'aids', array_remove(array_prepend(o.aid, o.more_aids), null)))
                         from refund o where o.payment_id = r.payment_id) as refunds""";

    /// Taken by one worker, skipped by all others until its lease is over, so that no refund stays with a dead worker.
    /// A refund in flight whose lease ran out has lost its process: its outcome is unknown from here on. All ages
    /// are
    /// the database's, as of before the order inquiry.
    private static final NamedQuery TAKE = NamedQuery.of("""
            update refund r set status = case when r.status = 'IN_FLIGHT' then 'UNKNOWN' else r.status end,
                   version = r.version + case when r.status = 'IN_FLIGHT' then 1 else 0 end,
                   next_check_at = now() + make_interval(secs => :lease), check_attempts = r.check_attempts + 1, last_checked_at = now()
              from paid_payment p
             where r.id in (select id from refund where next_check_at <= now()
                               and (status in ('IN_FLIGHT', 'UNKNOWN')
                                 or status = 'FAILED' and failure_confirmed_at is null)
                             order by next_check_at limit :batch for no key update skip locked)
               and p.payment_id = r.payment_id
            """ + TAKEN);

    /// One refund, for a person, whatever it waits for; not while a cancel of it is in flight. A requested or confirmed
    /// failed one keeps its next check.
    private static final NamedQuery TAKE_ONE = NamedQuery.of("""
            update refund r set status = case when r.status = 'IN_FLIGHT' then 'UNKNOWN' else r.status end,
                   version = r.version + case when r.status = 'IN_FLIGHT' then 1 else 0 end,
                   next_check_at = case when r.status = 'REQUESTED' or r.failure_confirmed_at is not null then r.next_check_at
                                 else now() + make_interval(secs => :lease) end,
                   check_attempts = r.check_attempts + 1, last_checked_at = now()
              from paid_payment p
             where r.id = :id and r.payment_id = :paymentId and p.payment_id = r.payment_id
               and p.location_id = :locationId and (r.last_checked_at is null or r.last_checked_at <= now() - make_interval(secs => :pause))
               and (r.status in ('REQUESTED', 'UNKNOWN', 'FAILED') or r.status = 'IN_FLIGHT' and r.next_check_at <= now())
            """ + TAKEN);

    private static final NamedQuery WHY_NOT_TAKEN = NamedQuery.of("""
            select r.last_checked_at > now() - make_interval(secs => :pause) and r.status <> 'SUCCEEDED' as just_now
              from refund r join paid_payment p on p.payment_id = r.payment_id
             where r.id = :id and r.payment_id = :paymentId and p.location_id = :locationId""");

    private static final NamedQuery CHECK_NOW = NamedQuery.of("""
            update refund set next_check_at = now() where id = :id and version = :version and status || '' = 'UNKNOWN'""");

    /// Not after the end of the quiet time: then it is decided whether to send again.
    private static final NamedQuery CHECK_LATER = NamedQuery.of("""
            update refund
               set next_check_at = least(now() + refund_pause(check_attempts - 1, unsettled_since,
                                            case status when 'FAILED' then finished_at else manual_review_since end,
                                            :firstPause::float8, :maxPause::float8, :maxPauseInReview::float8),
                                  case when now() < sent_at + make_interval(secs => :quiet)
                                       then sent_at + make_interval(secs => :quiet) end)
             where id = :id and version = :version and status || '' in ('UNKNOWN', 'FAILED')
               and failure_confirmed_at is null""");

    /// Whatever was sent is bound to a balance that is not the present one any more.
    private static final NamedQuery RESTART = NamedQuery.of("""
            update refund set status = 'REQUESTED', version = version + 1, cancel_attempts = 0, sent_at = null, available_krw = null,
                   only_attempt_declined = false, unsettled_since = null, repeat_not_before = null, check_attempts = 0, next_check_at = now()
             where id = :id and version = :version and status || '' = 'UNKNOWN'""");

    private static final NamedQuery CONFIRMED = NamedQuery.of("""
            update refund set version = version + 1, failure_confirmed_at = now(), next_check_at = null,
                   manual_review_since = null, manual_review_reason = null
             where id = :id and version = :version and status || '' = 'FAILED'""");

    /// Requested and not sent for long, whatever the cause: the account, KakaoPay, or another refund of the payment.
    private static final NamedQuery STALLED = NamedQuery.of("""
            select id, version from refund
             where status = 'REQUESTED' and next_check_at is not null and manual_review_since is null
               and requested_at <= now() - make_interval(secs => :reviewAfter)
             order by requested_at limit :batch""");

    private final Pool pool;
    private final RefundConfig.Settlement config;

    DueRefundStore(Pool pool, RefundConfig config) {
        this.pool = pool;
        this.config = config.refund().settlement();
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
        return TAKE.run(pool, taking().and("batch", max)).map(rows -> {
            List<DueRefund> taken = new ArrayList<>(rows.size());
            rows.forEach(row -> taken.add(read(row)));
            return taken;
        });
    }

    /// @param pause since the last order inquiry
    public Uni<Optional<DueRefund>> takeOne(String locationId, UUID paymentId, UUID refundId, Duration pause) {
        return TAKE_ONE.run(pool, one(taking(), locationId, paymentId, refundId, pause))
                .map(rows -> {
                    var each = rows.iterator();
                    return each.hasNext() ? Optional.of(read(each.next())) : Optional.empty();
                });
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

    /// A worker takes it at once.
    public Uni<Void> checkNow(DueRefund refund) {
        return CHECK_NOW
                .run(pool, Parameters.with("id", refund.refundId()).and("version", refund.version()))
                .replaceWithVoid();
    }

    private Parameters taking() {
        return Parameters.with("lease", config.lease())
                .and("quiet", config.quietAfter())
                .and("reviewAttempts", config.manualReviewAttempts())
                .and("reviewAfter", config.manualReviewAfter())
                .and("tolerance", config.clockTolerance());
    }

    /// With a longer pause than before; changes nothing if the refund has changed.
    public Uni<Void> checkLater(DueRefund due) {
        Parameters values = Parameters.with("id", due.refundId())
                .and("version", due.version())
                .and("firstPause", config.firstPause())
                .and("maxPause", config.maxPause())
                .and("maxPauseInReview", config.maxPauseInReview())
                .and("quiet", config.quietAfter());
        return CHECK_LATER.run(pool, values).replaceWithVoid();
    }

    /// `order` proved that the failed refund moved nothing; false if it has changed in the meantime.
    public Uni<Boolean> confirmed(DueRefund failed) {
        return CONFIRMED
                .run(pool, Parameters.with("id", failed.refundId()).and("version", failed.version()))
                .map(rows -> rows.rowCount() == 1);
    }

    public Uni<Void> restart(DueRefund refund) {
        return RESTART.run(pool, Parameters.with("id", refund.refundId()).and("version", refund.version()))
                .replaceWithVoid();
    }

    public Uni<List<StalledRefund>> stalled() {
        Parameters values =
                Parameters.with("reviewAfter", config.manualReviewAfter()).and("batch", config.batch());
        return STALLED.run(pool, values).map(rows -> {
            List<StalledRefund> stalled = new ArrayList<>(rows.size());
            rows.forEach(row -> stalled.add(new StalledRefund(row.getUUID("id"), row.getLong("version"))));
            return stalled;
        });
    }

    private static DueRefund read(Row row) {
        String repeatDecline = row.getString("repeat_decline");
        String review = row.getString("manual_review_reason");
        String failure = row.getString("failure");
        SettlementFacts facts = new SettlementFacts(
                RefundStatus.valueOf(row.getString("status")),
                row.getLong("available_krw"),
                row.getLong("expected_krw"),
                repeatDecline == null ? null : Failure.valueOf(repeatDecline),
                row.getBoolean("quiet"),
                row.getBoolean("many_attempts"),
                row.getBoolean("overdue"),
                review == null ? null : ReviewReason.valueOf(review));
        return new DueRefund(
                row.getUUID("id"),
                row.getUUID("payment_id"),
                row.getLong("version"),
                facts,
                new PayableRef(
                        row.getString("location_id"), row.getString("payable_type"), row.getString("payable_id")),
                OurCancelRows.read(row),
                failure == null ? null : Failure.valueOf(failure),
                row.getLong("total_krw"),
                row.getString("merchant_account_id"),
                row.getString("cid"),
                row.getString("tid"),
                row.getString("traceparent"));
    }
}
