package com.coworkpay.payment.settlement.persistence;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.persistence.OutboxSql;
import com.coworkpay.payment.persistence.TransitionMetrics;
import com.coworkpay.payment.settlement.domain.DuePayment;
import com.coworkpay.payment.settlement.domain.InquiryRejection;
import com.coworkpay.payment.settlement.domain.OrderInquiry;
import com.coworkpay.payment.settlement.domain.SettlementFacts;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Leases due payments to a worker, and returns them.
@ApplicationScoped
public class DuePaymentStore {

    private static final String TAKEN = """
            returning p.id, p.version, p.status, p.tid, p.merchant_account_id, p.cid, p.total_krw, p.check_attempts, p.traceparent,
                      p.approve_claimed_at is not null as ever_claimed, p.pg_token is not null as has_token,
                      coalesce(now() >= p.expires_at, false) as expired,
                      coalesce(now() >= p.initiated_at + make_interval(secs => :deadAfter), false) as tid_dead,
                      coalesce(now() >= p.approve_sent_at + make_interval(secs => :quietAfter), true) as quiet,
                      p.status in ('APPROVING', 'UNKNOWN') and exists (select from effective_cancellation c
                        where c.location_id = p.location_id and c.payable_type = p.payable_type
                          and c.payable_id = p.payable_id) as payable_canceled,
                      p.manual_review_since is not null as in_manual_review, p.unsettled_since is not null as unsettled,
                      now() >= coalesce(p.unsettled_since, greatest(p.expires_at, p.canceled_at, p.failed_at), p.created_at)
                               + make_interval(secs => :manualReviewAfter) as review_due""";

    /// Taken by one worker and skipped by all others until the lease expires, so what a dead worker held is taken
    /// again. All ages are by the database's clock.
    private static final NamedQuery TAKE = NamedQuery.of("""
            update payment p set next_check_at = now() + make_interval(secs => :lease), check_attempts = check_attempts + 1
             where p.id in (select id from payment where next_check_at <= now() and merchant_account_id <> all (:busyAccounts::text[])
                             order by next_check_at limit :limit for update skip locked)
            """ + TAKEN);

    /// For a person's inquiry, due or not. A payment whose approve is under way is not taken: its answer comes first.
    private static final NamedQuery TAKE_ONE = NamedQuery.of("""
            update payment p set next_check_at = now() + make_interval(secs => :lease), check_attempts = check_attempts + 1, check_requested_at = now()
             where p.id = :id and p.location_id = :locationId and p.tid is not null
               and p.status || '' not in ('CREATED', 'PAID', 'OVERPAID')
               and not (p.status || '' = 'APPROVING' and p.next_check_at > now())
               and (p.check_requested_at is null or p.check_requested_at <= now() - make_interval(secs => :pause))
            """ + TAKEN);

    private static final NamedQuery REJECTION = NamedQuery.of("""
            select case when tid is null or status in ('CREATED', 'PAID', 'OVERPAID') then 'NOTHING_TO_ASK'
                        when status = 'APPROVING' and next_check_at > now() then 'APPROVE_UNDER_WAY'
                        else 'ASKED_JUST_NOW' end as rejection
              from payment where id = :id and location_id = :locationId""");

    /// Manual review was not asked for before. A payment that is over enters it with its first contradiction, even if
    /// it was in manual review before it was over.
    private static final String NEWLY_ESCALATED =
            ":escalate and (%1$s.manual_review_since is null or %1$s.status in ('CANCELED', 'FAILED') and %1$s.unsettled_since is null)";

    /// Nothing was decided. A payment that a dead process left approving becomes unknown, and its attempts are counted
    /// again from zero. No pause exceeds the moments at which the same inquiry decides more: the end of the quiet
    /// time
    /// and of the TID.
    ///
    /// A late inquiry that learns nothing is repeated without end, at last with a long pause: it is not known yet
    /// whether money moved. A contradicted end is inquired about for a day from the moment at which manual review
    /// was
    /// asked for.
    private static final NamedQuery CHECK_LATER =
            NamedQuery.of("""
            with changed as (
              update payment p set status = case when p.status = 'APPROVING' then 'UNKNOWN' else p.status end,
                     version = p.version + case when p.status = 'APPROVING' or\s""" + NEWLY_ESCALATED.formatted("p") + """
                                                then 1 else 0 end,
                     last_inquiry_result = coalesce(:inquiryResult::text, p.last_inquiry_result), last_answer = coalesce(:lastAnswer::text, p.last_answer),
                     unsettled_since = case when :escalate then coalesce(p.unsettled_since, p.approve_claimed_at)
                                            else p.unsettled_since end,
                     manual_review_since = case when\s""" + NEWLY_ESCALATED.formatted("p")
                    + """
                                         then now() else p.manual_review_since end,
                     check_attempts = case when p.status = 'APPROVING' then 0 else p.check_attempts end,
                     next_check_at = case
                       when p.status in ('CANCELED', 'FAILED') and :inquiryResult::text = 'NOTHING_LEARNED'
                            and greatest(p.canceled_at, p.failed_at) < now() - make_interval(secs => :lateInquiryFor)
                         then now() + make_interval(secs => :lateInquiryPause)
                       when p.status in ('CANCELED', 'FAILED') and greatest(p.canceled_at, p.failed_at, p.manual_review_since,
                              case when\s""" + NEWLY_ESCALATED.formatted("p") + """
                                   then now() end) < now() - make_interval(secs => :lateInquiryFor) then null
                       else least(now() + make_interval(secs => least(:maxPause::float8, :firstPause::float8
                              * 2 ^ least(case when p.status = 'APPROVING' then 0 else p.check_attempts end, 20))),
                         case when p.approve_sent_at + make_interval(secs => :quietAfter) > now()
                              then p.approve_sent_at + make_interval(secs => :quietAfter) end,
                         case when p.initiated_at + make_interval(secs => :deadAfter) > now()
                              then p.initiated_at + make_interval(secs => :deadAfter) end) end
               where p.id = :id and p.version = :version and p.status not in ('CREATED', 'PAID', 'OVERPAID')
            """ + OutboxSql.RETURNING + """
                 ,\s"""
                    + NEWLY_ESCALATED.formatted("old") + """
                   as newly_escalated
            ), published as (
            """
                    + OutboxSql.event("unsettled") + """
             where newly_escalated)
            select version, status, newly_escalated from changed""");

    /// The late inquiry found nothing. An early one (a card company's decline may have been a time-out, or a
    /// person asked) does not replace the one that is due.
    private static final NamedQuery STOP_CHECKING = NamedQuery.of("""
            update payment set next_check_at = case when approve_claimed_at is not null
                     and greatest(canceled_at, failed_at) + make_interval(secs => :lateInquiryAfter) > now()
                     then greatest(canceled_at, failed_at) + make_interval(secs => :lateInquiryAfter) end
             where id = :id and version = :version and status || '' in ('CANCELED', 'FAILED')""");

    private static final NamedQuery CHECK_NOW = NamedQuery.of("""
            update payment set next_check_at = now()
             where id = :id and version = :version and status || '' in ('WAITING', 'APPROVING', 'UNKNOWN')""");

    private final Pool pool;
    private final OutboxRelay relay;
    private final TransitionMetrics metrics;
    private final PaymentConfig.Settlement config;

    DuePaymentStore(Pool pool, OutboxRelay relay, TransitionMetrics metrics, PaymentConfig config) {
        this.pool = pool;
        this.relay = relay;
        this.metrics = metrics;
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
    public Uni<Optional<DuePayment>> takeOne(String locationId, UUID id, Duration pause) {
        Parameters values =
                Parameters.with("id", id).and("locationId", locationId).and("pause", pause);
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

    private static List<DuePayment> all(RowSet<Row> rows) {
        List<DuePayment> taken = new ArrayList<>();
        rows.forEach(row -> taken.add(read(row)));
        return taken;
    }

    /// @param escalate needs manual review; the first time, an event is published too
    /// @param inquiry what was learned; null if KakaoPay was not asked
    public Uni<Void> checkLater(DuePayment payment, boolean escalate, @Nullable OrderInquiry inquiry) {
        Parameters values = expected(payment)
                .and("escalate", escalate)
                .and(
                        "inquiryResult",
                        inquiry == null ? (Object) null : inquiry.result().name())
                .and("lastAnswer", inquiry == null ? (Object) null : inquiry.why())
                .and("firstPause", config.firstPause())
                .and("maxPause", config.maxPause())
                .and("lateInquiryFor", config.lateInquiryFor())
                .and("lateInquiryPause", config.lateInquiryPause())
                .and("quietAfter", config.quietAfter())
                .and("deadAfter", config.deadAfter())
                .and("traceparent", payment.traceparent());
        return CHECK_LATER
                .run(pool, values)
                .invoke(rows -> {
                    if (rows.rowCount() > 0 && payment.facts().status() == PaymentStatus.APPROVING) {
                        metrics.count(PaymentStatus.UNKNOWN);
                    }
                    relay.wake();
                })
                .replaceWithVoid();
    }

    /// The worker takes the payment at once.
    public Uni<Void> checkNow(DuePayment payment) {
        return CHECK_NOW.run(pool, expected(payment)).replaceWithVoid();
    }

    public Uni<Void> stopChecking(DuePayment payment) {
        return STOP_CHECKING
                .run(pool, expected(payment).and("lateInquiryAfter", config.lateInquiryAfter()))
                .replaceWithVoid();
    }

    private static Parameters expected(DuePayment payment) {
        return Parameters.with("id", payment.id()).and("version", payment.version());
    }

    private static DuePayment read(Row row) {
        SettlementFacts facts = new SettlementFacts(
                PaymentStatus.valueOf(row.getString("status")),
                row.getBoolean("ever_claimed"),
                row.getBoolean("has_token"),
                row.getBoolean("expired"),
                row.getBoolean("tid_dead"),
                row.getBoolean("quiet"),
                row.getBoolean("payable_canceled"));
        return new DuePayment(
                row.getUUID("id"),
                row.getLong("version"),
                facts,
                row.getString("tid"),
                row.getString("merchant_account_id"),
                row.getString("cid"),
                row.getLong("total_krw"),
                row.getInteger("check_attempts"),
                row.getBoolean("in_manual_review"),
                row.getBoolean("review_due"),
                row.getBoolean("unsettled"),
                row.getString("traceparent"));
    }
}
