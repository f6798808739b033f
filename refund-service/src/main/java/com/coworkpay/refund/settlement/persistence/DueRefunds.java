package com.coworkpay.refund.settlement.persistence;

import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundStatus;
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
                               and status in ('IN_FLIGHT', 'UNKNOWN', 'NEEDS_ATTENTION')
                             order by due_at limit :batch for no key update skip locked)
               and p.payment_id = r.payment_id
            returning r.id, r.payment_id, r.version, r.status, r.amount_krw, r.available_krw, r.final_refusal, r.traceparent,
                      p.total_krw, p.merchant_account_id, p.cid, p.tid, r.sends < :mostSends as sends_left,
                      r.sent_at <= now() - make_interval(secs => :quiet) as quiet,
                      r.unsettled_since <= now() - make_interval(secs => :attention) as overdue,
                      r.sent_at <= now() - make_interval(secs => :giveUp) as abandoned""");

    /// Not past the end of the quiet time: then it can be told whether to send again.
    private static final Statement AGAIN = Statement.of("""
            update refund
               set due_at = least(now() + make_interval(secs => least(:longest::float8,
                                            :first::float8 * 2 ^ least(greatest(looks - 1, 0), 20))),
                                  case when now() < sent_at + make_interval(secs => :quiet)
                                       then sent_at + make_interval(secs => :quiet) end)
             where id = :id and version = :version and status || '' in ('UNKNOWN', 'NEEDS_ATTENTION')""");

    /// Requested and not sent for long, whatever keeps it: the account, KakaoPay, or another refund of the payment.
    private static final Statement WAITING_LONG = Statement.of("""
            select id, version from refund
             where status = 'REQUESTED' and due_at is not null and attention_at is null
               and requested_at <= now() - make_interval(secs => :attention)
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
                .and("mostSends", config.mostSends())
                .and("quiet", config.quietAfter())
                .and("attention", config.attentionAfter())
                .and("giveUp", config.giveUpAfter());
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
                .and("quiet", config.quietAfter());
        return AGAIN.run(pool, values).replaceWithVoid();
    }

    public Uni<List<WaitingLong>> waitingLong() {
        Values values = Values.with("attention", config.attentionAfter()).and("batch", config.batch());
        return WAITING_LONG.run(pool, values).map(rows -> {
            List<WaitingLong> waiting = new ArrayList<>(rows.size());
            rows.forEach(row -> waiting.add(new WaitingLong(row.getUUID("id"), row.getLong("version"))));
            return waiting;
        });
    }

    private static DueRefund read(Row row) {
        String refusal = row.getString("final_refusal");
        Unsettled facts = new Unsettled(
                RefundStatus.valueOf(row.getString("status")),
                row.getLong("available_krw"),
                refusal == null ? null : Failure.valueOf(refusal),
                row.getBoolean("sends_left"),
                row.getBoolean("quiet"),
                row.getBoolean("overdue"),
                row.getBoolean("abandoned"));
        return new DueRefund(
                row.getUUID("id"),
                row.getUUID("payment_id"),
                row.getLong("version"),
                facts,
                row.getLong("amount_krw"),
                row.getLong("total_krw"),
                row.getString("merchant_account_id"),
                row.getString("cid"),
                row.getString("tid"),
                row.getString("traceparent"));
    }
}
