package com.coworkpay.payment.initiation;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.payment.store.TransitionMetrics;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The claims of ready, each one statement and one commit: every rule that may reject it, and the row with the stored
/// intention.
@ApplicationScoped
class PaymentClaimStore {

    /// An attempt to pay a checkout is counted, or there is none. A request that meets its twin counts too.
    private static final NamedQuery CLAIM = NamedQuery.of("""
            with existing as (
              select p.* from payment p where p.caller = :caller and p.idempotency_key = :idempotencyKey
            ), location as (
              select o.account_id, o.cid, o.live, coalesce(k.rejection, o.rejection) as rejection
                from payable_offer(:locationId, :payableType, :payableId, :testAllowed) o
                left join checkout_state k on k.id = :checkoutId::uuid
               where not exists (select from existing)
            ), counted as (
              update checkout set attempts = attempts + 1
               where id = :checkoutId::uuid and attempts < checkout_max_attempts() and expires_at > now()
                 and exists (select from location where rejection is null)
              returning id
            ), created as (
              insert into payment (id, version, status, location_id, payer_id, owner_id, owner_role,
                payable_type, payable_id, resource_type, resource_id, event_id, start_at, start_day,
                description, total_krw, supply_krw, vat_krw, tax_free_krw, quantity, device, return_url, policy,
                merchant_account_id, cid, live, checkout_id, caller, idempotency_key, request_hash,
                ready_attempts, ready_claimed_at, next_check_at, traceparent)
              select :id::uuid, 1, 'CREATED', :locationId, :payerId::text, :ownerId::text, :ownerRole::text,
                :payableType, :payableId, :resourceType::text, :resourceId::text, :eventId::text,
                :startAt::timestamptz, :day::date,
                :description::text, :total::bigint, :supply::bigint, :vat::bigint, :taxFree::bigint, :quantity::int,
                :device::text, :returnUrl::text, :policy::jsonb,
                account_id, cid, live, :checkoutId::uuid, :caller, :idempotencyKey, :requestHash::bytea,
                1, now(), now() + make_interval(secs => :payWithin), :traceparent::text
                from location where rejection is null and (:checkoutId::uuid is null or exists (select from counted))
              on conflict (caller, idempotency_key) do nothing
              returning *
            )
            select %s, now() as now, l.rejection, c.id is not null as created,
                   p.ready_claimed_at > now() - make_interval(secs => :readyLease) as ready_in_progress,
                   p.created_at < now() - make_interval(secs => :payWithin) as expired,
                   c.id is not null and exists (select from payment o where o.location_id = :locationId
                     and o.payable_type = :payableType and o.payable_id = :payableId
                     and o.status in ('CREATED', 'WAITING')) as supersedes
              from (select) as one left join location l on true left join created c on true
              left join (select * from existing union all select * from created) p on true""".formatted(PaymentSnapshot.columns("p")));

    private static final NamedQuery CLAIM_AGAIN = NamedQuery.of("""
            update payment p set version = version + 1, ready_claimed_at = now(), ready_attempts = ready_attempts + 1
             where id = :id and version = :version and status || '' = 'CREATED' and ready_attempts < :maxAttempts
               and (ready_claimed_at is null or ready_claimed_at <= now() - make_interval(secs => :readyLease))
               and created_at > now() - make_interval(secs => :payWithin)
            returning %s, now() as now""".formatted(PaymentSnapshot.columns("p")));

    /// An attempt never supersedes a newer one: of two at the same moment at least the newer stays.
    private static final NamedQuery SUPERSEDED = NamedQuery.of("""
            select %s, now() as now from payment p
             where p.location_id = :locationId and p.payable_type = :payableType and p.payable_id = :payableId
               and p.status in ('CREATED', 'WAITING') and (p.created_at, p.id) < (:createdAt, :id)
             order by p.id""".formatted(PaymentSnapshot.columns("p")));

    /// How a claim ended.
    public sealed interface Claim {
        /// @param supersedes there are older pending attempts for the payable
        record Created(PaymentSnapshot snapshot, boolean supersedes) implements Claim {}

        record Existing(ExistingPayment payment) implements Claim {}

        record Rejected(RejectionReason reason) implements Claim {}

        /// The same key at the same moment: it exists when it is looked for again.
        record Overtaken() implements Claim {}
    }

    private final Pool pool;
    private final TransitionMetrics metrics;
    private final PaymentConfig config;

    PaymentClaimStore(Pool pool, TransitionMetrics metrics, PaymentConfig config) {
        this.pool = pool;
        this.metrics = metrics;
        this.config = config;
    }

    public Uni<Claim> claim(UUID id, IdempotencyKey key, byte[] hash, NewPayment payment) {
        return CLAIM.run(pool, values(id, key, hash, payment))
                .map(rows -> claimOf(rows.iterator().next()))
                .invoke(claim -> {
                    if (claim instanceof Claim.Created) {
                        metrics.created();
                    }
                });
    }

    private static Claim claimOf(Row row) {
        String rejection = row.getString("rejection");
        if (rejection != null) {
            return new Claim.Rejected(RejectionReason.valueOf(rejection));
        }
        if (row.getUUID("id") == null) {
            return new Claim.Overtaken();
        }
        PaymentSnapshot snapshot = PaymentSnapshot.of(row);
        return row.getBoolean("created")
                ? new Claim.Created(snapshot, row.getBoolean("supersedes"))
                : new Claim.Existing(new ExistingPayment(
                        snapshot.payment(),
                        Boolean.TRUE.equals(row.getBoolean("ready_in_progress")),
                        row.getBoolean("expired")));
    }

    /// The claim of another call for the same payment. Empty when a concurrent request was faster.
    public Uni<Optional<PaymentSnapshot>> claimAgain(Payment existing) {
        Parameters values = Parameters.with("id", existing.id())
                .and("version", existing.version())
                .and("maxAttempts", ExistingPayment.MAX_READY_ATTEMPTS)
                .and("readyLease", config.payment().initiation().readyLease())
                .and("payWithin", config.payment().initiation().payWithin());
        return CLAIM_AGAIN.run(pool, values).map(PaymentSnapshot::first);
    }

    /// The older pending attempts for the payable of this one.
    Uni<List<PaymentSnapshot>> superseded(Payment created) {
        return SUPERSEDED
                .run(pool, Parameters.of(created))
                .map(rows -> rows.stream().map(PaymentSnapshot::of).toList());
    }

    private Parameters values(UUID id, IdempotencyKey key, byte[] hash, NewPayment payment) {
        return payment.terms()
                .values()
                .and("id", id)
                .and("device", payment.device().name())
                .and("checkoutId", payment.checkoutId())
                .and("caller", key.caller())
                .and("idempotencyKey", key.key())
                .and("requestHash", Buffer.buffer(hash))
                .and("testAllowed", config.testAccountsAllowed())
                .and("payWithin", config.payment().initiation().payWithin())
                .and("readyLease", config.payment().initiation().readyLease())
                .and("traceparent", Traceparent.current());
    }
}
