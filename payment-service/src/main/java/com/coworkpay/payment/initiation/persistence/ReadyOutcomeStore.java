package com.coworkpay.payment.initiation.persistence;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.initiation.domain.ExistingPayment;
import com.coworkpay.payment.initiation.domain.InitiatedPayment;
import com.coworkpay.payment.initiation.domain.ReadyClaim;
import com.coworkpay.payment.initiation.domain.ReadyOutcome.Ready;
import com.coworkpay.payment.persistence.OutboxSql;
import com.coworkpay.payment.persistence.TransitionMetrics;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Stores the outcome of a call of ready, or that none is known, and claims another call.
@ApplicationScoped
public class ReadyOutcomeStore {

    /// The payer's time is counted from the sending of ready (never longer than KakaoPay's own), the death of the TID
    /// from the moment its answer is stored (never earlier than KakaoPay's own). `partner_user_id` is stored
    /// with the TID that it was sent for: approve sends it again.
    private static final NamedQuery READY =
            NamedQuery.of("""
            with changed as (
              update payment p set status = 'WAITING', version = version + 1, tid = :tid, initiated_at = now(),
                     partner_user_id = :partnerUserId,
                     redirect_pc_url = :pc, redirect_mobile_url = :mobile, redirect_app_url = :app,
                     android_app_scheme = :android::text, ios_app_scheme = :ios::text,
                     expires_at = ready_claimed_at + make_interval(secs => :payWithin),
                     next_check_at = ready_claimed_at + make_interval(secs => :payWithin), ready_claimed_at = null
               where p.id = :id and p.version = :version and p.status || '' = 'CREATED' and p.ready_claimed_at is not null
            """ + OutboxSql.RETURNING + """
                 , p.tid, p.redirect_pc_url, p.redirect_mobile_url, p.redirect_app_url, p.android_app_scheme,
                   p.ios_app_scheme, p.total_krw, p.supply_krw, p.vat_krw, p.tax_free_krw, p.location_id, p.device,
                   p.expires_at, p.live
            ), published as (
            """ + OutboxSql.event("initiated") + """
            )
            select * from changed""");

    private static final NamedQuery NO_TID = NamedQuery.of("""
            update payment set version = version + 1, ready_claimed_at = null,
                   ready_attempts = ready_attempts - :uncounted::int
             where id = :id and version = :version and status || '' = 'CREATED'""");

    private static final NamedQuery AGAIN = NamedQuery.of("""
            update payment set version = version + 1, ready_claimed_at = now(), ready_attempts = ready_attempts + 1
             where id = :id and version = :version and status || '' = 'CREATED' and ready_attempts < :maxAttempts
               and (ready_claimed_at is null or ready_claimed_at <= now() - make_interval(secs => :readyLease))
               and created_at > now() - make_interval(secs => :payWithin)
            returning version, merchant_account_id, cid, live, ready_attempts""");

    private final Pool pool;
    private final OutboxRelay relay;
    private final TransitionMetrics metrics;
    private final PaymentConfig.Initiation config;

    ReadyOutcomeStore(Pool pool, OutboxRelay relay, TransitionMetrics metrics, PaymentConfig config) {
        this.pool = pool;
        this.relay = relay;
        this.metrics = metrics;
        this.config = config.payment().initiation();
    }

    /// Empty when the payment went on without this call (cancelled, superseded, claimed again): its TID is dropped
    /// and expires, as nobody has its URL.
    ///
    /// @param partnerUserId as sent to KakaoPay
    public Uni<Optional<InitiatedPayment>> ready(ReadyClaim claim, String partnerUserId, Ready ready) {
        Parameters values = expected(claim)
                .and("tid", ready.tid())
                .and("partnerUserId", partnerUserId)
                .and("pc", ready.redirectPcUrl())
                .and("mobile", ready.redirectMobileUrl())
                .and("app", ready.redirectAppUrl())
                .and("android", ready.androidAppScheme())
                .and("ios", ready.iosAppScheme())
                .and("payWithin", config.payWithin())
                .and("traceparent", Traceparent.current());
        return READY.run(pool, values)
                .map(rows -> first(rows).map(InitiatedPaymentMapper::read))
                .invoke(initiated -> initiated.ifPresent(_ -> {
                    metrics.count(PaymentStatus.WAITING);
                    relay.wake();
                }));
    }

    /// Ready was not sent: it does not count as an attempt, and the same key may try again at once.
    public Uni<Void> notSent(ReadyClaim claim) {
        return NO_TID.run(pool, expected(claim).and("uncounted", 1)).replaceWithVoid();
    }

    /// Ready was perhaps received: it counts.
    public Uni<Void> outcomeUnknown(ReadyClaim claim) {
        return NO_TID.run(pool, expected(claim).and("uncounted", 0)).replaceWithVoid();
    }

    /// The claim of another call for the same payment. Empty when a concurrent request was faster.
    public Uni<Optional<ReadyClaim>> claimAgain(ExistingPayment existing) {
        Parameters values = Parameters.with("id", existing.id())
                .and("version", existing.version())
                .and("maxAttempts", ExistingPayment.MAX_READY_ATTEMPTS)
                .and("readyLease", config.readyLease())
                .and("payWithin", config.payWithin());
        return AGAIN.run(pool, values).map(rows -> first(rows)
                .map(row -> new ReadyClaim(
                        existing.id(),
                        row.getLong("version"),
                        row.getString("merchant_account_id"),
                        row.getString("cid"),
                        row.getBoolean("live"),
                        row.getInteger("ready_attempts"))));
    }

    private static Parameters expected(ReadyClaim claim) {
        return Parameters.with("id", claim.id()).and("version", claim.version());
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var each = rows.iterator();
        return each.hasNext() ? Optional.of(each.next()) : Optional.empty();
    }
}
