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
                      coalesce(now() >= p.initiated_at + make_interval(secs => :dead), false) as tid_dead,
                      coalesce(now() >= p.approve_sent_at + make_interval(secs => :quiet), true) as quiet,
                      p.status in ('APPROVING', 'UNKNOWN') and exists (select from effective_cancellation c
                        where c.location_id = p.location_id and c.payable_type = p.payable_type
                          and c.payable_id = p.payable_id) as payable_canceled,
                      p.manual_review_since is not null as manualReview, p.unsettled_since is not null as unsettled,
                      now() >= coalesce(p.unsettled_since, greatest(p.expires_at, p.canceled_at, p.failed_at), p.created_at)
                               + make_interval(secs => :manualReview) as review_due""";

    /// Taken by one worker, passed over by all others until its lease is over: a worker that dies gives them back by
    /// itself. All ages are the database's.
    private static final NamedQuery TAKE = NamedQuery.of("""
            update payment p set next_check_at = now() + make_interval(secs => :lease), check_attempts = check_attempts + 1
             where p.id in (select id from payment where next_check_at <= now() and merchant_account_id <> all (:busy::text[])
                             order by next_check_at limit :places for update skip locked)
            """ + TAKEN);

    /// For a person's inquiry, due or not. Whose approve is under way is left alone: its answer comes first.
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
                        else 'ASKED_JUST_NOW' end as held
              from payment where id = :id and location_id = :locationId""");

    /// Manual review was not asked for before. What is over begins to wait for one with its first contradiction,
    /// whatever it waited for when it was not.
    private static final String FLAGGED =
            ":flag and (%1$s.manual_review_since is null or %1$s.status in ('CANCELED', 'FAILED') and %1$s.unsettled_since is null)";

    /// Nothing was decided. What was left by a dead process is from now on called unknown, and its checks are counted
    /// anew. No pause goes past the moments at which the same inquiry would decide more: the end of the quiet time,
    /// and of the TID.
    ///
    /// While a late inquiry learns nothing it is repeated for ever, at last with a long pause: nobody has seen yet
    /// whether money moved. What contradicts an end is asked for, and shown to a person, a day from when it was
    /// told.
    private static final NamedQuery CHECK_LATER =
            NamedQuery.of("""
            with changed as (
              update payment p set status = case when p.status = 'APPROVING' then 'UNKNOWN' else p.status end,
                     version = p.version + case when p.status = 'APPROVING' or\s""" + FLAGGED.formatted("p") + """
                                                then 1 else 0 end,
                     last_inquiry_result = coalesce(:meaning::text, p.last_inquiry_result), last_answer = coalesce(:answer::text, p.last_answer),
                     unsettled_since = case when :flag then coalesce(p.unsettled_since, p.approve_claimed_at)
                                            else p.unsettled_since end,
                     manual_review_since = case when\s""" + FLAGGED.formatted("p")
                    + """
                                         then now() else p.manual_review_since end,
                     check_attempts = case when p.status = 'APPROVING' then 0 else p.check_attempts end,
                     next_check_at = case
                       when p.status in ('CANCELED', 'FAILED') and :meaning::text = 'NOTHING_LEARNED'
                            and greatest(p.canceled_at, p.failed_at) < now() - make_interval(secs => :lateFor)
                         then now() + make_interval(secs => :latePause)
                       when p.status in ('CANCELED', 'FAILED') and greatest(p.canceled_at, p.failed_at, p.manual_review_since,
                              case when\s""" + FLAGGED.formatted("p") + """
                                   then now() end) < now() - make_interval(secs => :lateFor) then null
                       else least(now() + make_interval(secs => least(:longest::float8, :first::float8
                              * 2 ^ least(case when p.status = 'APPROVING' then 0 else p.check_attempts end, 20))),
                         case when p.approve_sent_at + make_interval(secs => :quiet) > now()
                              then p.approve_sent_at + make_interval(secs => :quiet) end,
                         case when p.initiated_at + make_interval(secs => :dead) > now()
                              then p.initiated_at + make_interval(secs => :dead) end) end
               where p.id = :id and p.version = :version and p.status not in ('CREATED', 'PAID', 'OVERPAID')
            """ + OutboxSql.RETURNING + """
                 ,\s""" + FLAGGED.formatted("old") + """
                   as flagged
            ), told as (
            """
                    + OutboxSql.event("unsettled") + """
             where flagged)
            select version, status, flagged from changed""");

    /// The late inquiry found nothing. One that came before its time (a card company's refusal may have been a
    /// time-out) does not take the place of the one that is due.
    private static final NamedQuery STOP_CHECKING = NamedQuery.of("""
            update payment set next_check_at = case when approve_claimed_at is not null
                     and greatest(canceled_at, failed_at) + make_interval(secs => :lateLook) > now()
                     then greatest(canceled_at, failed_at) + make_interval(secs => :lateLook) end
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

    /// @param places at most so many
    /// @param busyAccounts nothing of these merchant accounts
    public Uni<List<DuePayment>> take(int places, Set<String> busyAccounts) {
        Parameters values = Parameters.with("places", places).and("busy", (Object) busyAccounts.toArray(String[]::new));
        return TAKE.run(pool, taking(values)).map(DuePaymentStore::all);
    }

    /// @param pause between two inquiries of people
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
                            ? InquiryRejection.valueOf(each.next().getString("held"))
                            : InquiryRejection.NOT_FOUND;
                });
    }

    private Parameters taking(Parameters values) {
        return values.and("lease", config.lease())
                .and("dead", config.deadAfter())
                .and("quiet", config.quietAfter())
                .and("manualReview", config.manualReviewAfter());
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
                .and("flag", escalate)
                .and(
                        "meaning",
                        inquiry == null ? (Object) null : inquiry.result().name())
                .and("answer", inquiry == null ? (Object) null : inquiry.why())
                .and("first", config.firstPause())
                .and("longest", config.maxPause())
                .and("lateFor", config.lateInquiryFor())
                .and("latePause", config.lateInquiryPause())
                .and("quiet", config.quietAfter())
                .and("dead", config.deadAfter())
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

    /// What is to be done is the worker's, and at once.
    public Uni<Void> checkNow(DuePayment payment) {
        return CHECK_NOW.run(pool, expected(payment)).replaceWithVoid();
    }

    public Uni<Void> stopChecking(DuePayment payment) {
        return STOP_CHECKING
                .run(pool, expected(payment).and("lateLook", config.lateInquiryAfter()))
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
                row.getBoolean("manualReview"),
                row.getBoolean("review_due"),
                row.getBoolean("unsettled"),
                row.getString("traceparent"));
    }
}
