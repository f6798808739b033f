package com.coworkpay.refund.settlement.persistence;

import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Payable;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.settlement.domain.DueRefund;
import com.coworkpay.refund.settlement.domain.Unsettled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Takes unsettled refunds into a worker's hands, and lays them back.
@ApplicationScoped
public class DueRefunds {

    /// Taken by one worker, passed over by all others until its lease is over: a worker that dies gives them back by
    /// itself. A refund in flight whose lease ran out has lost its process: it is unknown from here on. All ages
    /// are the database's, as of before `order` is asked.
    private static final Statement TAKE = Statement.of("""
            update refund r set status = case when r.status = 'IN_FLIGHT' then 'UNKNOWN' else r.status end,
                   version = r.version + case when r.status = 'IN_FLIGHT' then 1 else 0 end,
                   due_at = now() + make_interval(secs => :lease), looks = r.looks + 1
              from paid_payment p
             where r.id in (select id from refund where due_at <= now()
                               and (status in ('IN_FLIGHT', 'UNKNOWN')
                                 or status = 'FAILED' and failure_confirmed_at is null)
                             order by due_at limit :batch for no key update skip locked)
               and p.payment_id = r.payment_id
            returning r.id, r.payment_id, r.version, r.status, r.amount_krw, r.available_krw, r.final_refusal, r.traceparent,
                      p.location_id, p.payable_type, p.payable_id, p.total_krw,
                      p.total_krw - p.refunded_krw as expected_krw, p.merchant_account_id, p.cid, p.tid,
                      r.sent_at <= now() - make_interval(secs => :quiet)
                        and (r.repeat_not_before is null or r.repeat_not_before <= now()) as quiet,
                      r.sends >= :often as sent_often, r.manual_review_reason,
                      r.unsettled_since <= now() - make_interval(secs => :overdue) as overdue""");

    /// Not past the end of the quiet time: then it can be told whether to send again.
    private static final Statement AGAIN = Statement.of("""
            update refund
               set due_at = least(now() + refund_pause(looks - 1, unsettled_since,
                                            case status when 'FAILED' then finished_at else manual_review_since end,
                                            :first::float8, :longest::float8, :longestInReview::float8),
                                  case when now() < sent_at + make_interval(secs => :quiet)
                                       then sent_at + make_interval(secs => :quiet) end)
             where id = :id and version = :version and status || '' in ('UNKNOWN', 'FAILED')""");

    private static final Statement CONFIRMED = Statement.of("""
            update refund set version = version + 1, failure_confirmed_at = now(), due_at = null
             where id = :id and version = :version and status || '' = 'FAILED'""");

    /// Requested and not sent for long, whatever keeps it: the account, KakaoPay, or another refund of the payment.
    private static final Statement WAITING_LONG = Statement.of("""
            select id, version from refund
             where status = 'REQUESTED' and due_at is not null and manual_review_since is null
               and requested_at <= now() - make_interval(secs => :overdue)
             order by requested_at limit :batch""");

    private final Pool pool;
    private final RefundConfig.Settlement config;

    DueRefunds(Pool pool, RefundConfig config) {
        this.pool = pool;
        this.config = config.refund().settlement();
    }

    public Uni<List<DueRefund>> take() {
        Values values = Values.with("lease", config.lease())
                .and("batch", config.batch())
                .and("quiet", config.quietAfter())
                .and("often", config.manualReviewAttempts())
                .and("overdue", config.manualReviewAfter());
        return TAKE.run(pool, values).map(rows -> {
            List<DueRefund> taken = new ArrayList<>(rows.size());
            rows.forEach(row -> taken.add(read(row)));
            return taken;
        });
    }

    /// With a longer pause than before; nothing if somebody was faster.
    public Uni<Void> again(DueRefund due) {
        Values values = Values.with("id", due.refundId())
                .and("version", due.version())
                .and("first", config.firstPause())
                .and("longest", config.longestPause())
                .and("longestInReview", config.longestPauseInReview())
                .and("quiet", config.quietAfter());
        return AGAIN.run(pool, values).replaceWithVoid();
    }

    /// `order` proved that the failed refund moved nothing; false if it went on without us.
    public Uni<Boolean> confirmed(DueRefund failed) {
        return CONFIRMED
                .run(pool, Values.with("id", failed.refundId()).and("version", failed.version()))
                .map(rows -> rows.rowCount() == 1);
    }

    public Uni<List<WaitingLong>> waitingLong() {
        Values values = Values.with("overdue", config.manualReviewAfter()).and("batch", config.batch());
        return WAITING_LONG.run(pool, values).map(rows -> {
            List<WaitingLong> waiting = new ArrayList<>(rows.size());
            rows.forEach(row -> waiting.add(new WaitingLong(row.getUUID("id"), row.getLong("version"))));
            return waiting;
        });
    }

    private static DueRefund read(Row row) {
        String refusal = row.getString("final_refusal");
        String review = row.getString("manual_review_reason");
        Unsettled facts = new Unsettled(
                RefundStatus.valueOf(row.getString("status")),
                row.getLong("available_krw"),
                row.getLong("expected_krw"),
                refusal == null ? null : Failure.valueOf(refusal),
                row.getBoolean("quiet"),
                row.getBoolean("sent_often"),
                row.getBoolean("overdue"),
                review == null ? null : ReviewReason.valueOf(review));
        return new DueRefund(
                row.getUUID("id"),
                row.getUUID("payment_id"),
                row.getLong("version"),
                facts,
                new Payable(
                        row.getString("location_id"),
                        PayableType.valueOf(row.getString("payable_type")),
                        row.getString("payable_id")),
                row.getLong("amount_krw"),
                row.getLong("total_krw"),
                row.getString("merchant_account_id"),
                row.getString("cid"),
                row.getString("tid"),
                row.getString("traceparent"));
    }
}
