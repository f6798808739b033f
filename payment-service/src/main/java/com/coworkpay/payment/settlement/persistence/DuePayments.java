package com.coworkpay.payment.settlement.persistence;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.persistence.MoveCounter;
import com.coworkpay.payment.persistence.Telling;
import com.coworkpay.payment.settlement.domain.Due;
import com.coworkpay.payment.settlement.domain.Unfinished;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Takes due payments into a worker's hands, and lays them back.
@ApplicationScoped
public class DuePayments {

    /// Taken by one worker, passed over by all others until its lease is over: a worker that dies gives them back by
    /// itself. All ages are the database's.
    private static final Statement TAKE = Statement.of("""
            update payment p set due_at = now() + make_interval(secs => :lease), looks = looks + 1
             where p.id in (select id from payment where due_at <= now() order by due_at limit :batch
                               for update skip locked)
            returning p.id, p.version, p.status, p.tid, p.merchant_account_id, p.cid, p.total_krw, p.looks, p.traceparent,
                      p.approve_claimed_at is not null as ever_claimed, p.pg_token is not null as has_token,
                      coalesce(now() >= p.expires_at, false) as expired,
                      coalesce(now() >= p.initiated_at + make_interval(secs => :dead), false) as tid_dead,
                      coalesce(now() >= p.approve_sent_at + make_interval(secs => :quiet), true) as quiet,
                      p.attention_at is not null as attention,
                      now() >= coalesce(p.unsettled_since, greatest(p.expires_at, p.canceled_at, p.failed_at), p.created_at)
                               + make_interval(secs => :attention) as attention_due""");

    /// Nothing was decided. What was left by a dead process is from now on called unknown.
    private static final Statement AGAIN =
            Statement.of("""
            with changed as (
              update payment p set status = case when p.status = 'APPROVING' then 'UNKNOWN' else p.status end,
                     version = p.version + case when p.status = 'APPROVING' or (:flag and p.attention_at is null)
                                                then 1 else 0 end,
                     unsettled_since = case when :flag then coalesce(p.unsettled_since, p.approve_claimed_at)
                                            else p.unsettled_since end,
                     attention_at = case when :flag then coalesce(p.attention_at, now()) else p.attention_at end,
                     due_at = case when greatest(p.canceled_at, p.failed_at) < now() - make_interval(secs => :lateFor) then null
                       else now() + make_interval(secs => least(:longest::float8,
                                                                :first::float8 * 2 ^ least(greatest(p.looks - 1, 0), 20))) end
               where p.id = :id and p.version = :version and p.status not in ('CREATED', 'PAID', 'SURPLUS')
            """ + Telling.RETURNING + """
                 , :flag and old.attention_at is null as flagged
            ), told as (
            """ + Telling.event("unsettled") + """
             where flagged)
            select version, status, flagged from changed""");

    private static final Statement LEAVE = Statement.of("""
            update payment set due_at = null
             where id = :id and version = :version and status || '' in ('CANCELED', 'FAILED')""");

    private final Pool pool;
    private final OutboxRelay relay;
    private final MoveCounter counter;
    private final PaymentConfig.Settlement config;

    DuePayments(Pool pool, OutboxRelay relay, MoveCounter counter, PaymentConfig config) {
        this.pool = pool;
        this.relay = relay;
        this.counter = counter;
        this.config = config.payment().settlement();
    }

    public Uni<List<Due>> take() {
        Values values = Values.with("batch", config.batch())
                .and("lease", config.lease())
                .and("dead", config.deadAfter())
                .and("quiet", config.quietAfter())
                .and("attention", config.attentionAfter());
        return TAKE.run(pool, values).map(rows -> {
            List<Due> taken = new ArrayList<>();
            rows.forEach(row -> taken.add(read(row)));
            return taken;
        });
    }

    /// @param flag a person must see it; the first time, it is also told as an event
    public Uni<Void> again(Due due, boolean flag) {
        Values values = expected(due)
                .and("flag", flag)
                .and("first", config.firstPause())
                .and("longest", config.longestPause())
                .and("lateFor", config.lateLookFor())
                .and("traceparent", due.traceparent());
        return AGAIN.run(pool, values)
                .invoke(rows -> {
                    if (rows.rowCount() > 0 && due.facts().status() == PaymentStatus.APPROVING) {
                        counter.moved(PaymentStatus.UNKNOWN);
                    }
                    relay.wake();
                })
                .replaceWithVoid();
    }

    public Uni<Void> leave(Due due) {
        return LEAVE.run(pool, expected(due)).replaceWithVoid();
    }

    private static Values expected(Due due) {
        return Values.with("id", due.id()).and("version", due.version());
    }

    private static Due read(Row row) {
        Unfinished facts = new Unfinished(
                PaymentStatus.valueOf(row.getString("status")),
                row.getBoolean("ever_claimed"),
                row.getBoolean("has_token"),
                row.getBoolean("expired"),
                row.getBoolean("tid_dead"),
                row.getBoolean("quiet"));
        return new Due(
                row.getUUID("id"),
                row.getLong("version"),
                facts,
                row.getString("tid"),
                row.getString("merchant_account_id"),
                row.getString("cid"),
                row.getLong("total_krw"),
                row.getInteger("looks"),
                row.getBoolean("attention"),
                row.getBoolean("attention_due"),
                row.getString("traceparent"));
    }
}
