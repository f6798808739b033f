package com.coworkpay.payment.initiation.persistence;

import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.initiation.domain.IdempotencyKey;
import com.coworkpay.payment.initiation.domain.NewPayment;
import com.coworkpay.payment.initiation.domain.ReadyClaim;
import com.coworkpay.payment.persistence.ActivePaymentSql;
import com.coworkpay.payment.persistence.OutboxSql;
import com.coworkpay.payment.persistence.TransitionMetrics;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// The claim of a new payment, in one statement and one commit: every rule that may reject it, the older pending
/// attempts superseded (without our approve no money moves, so this is safe), the row with the stored intention.
@ApplicationScoped
public class PaymentClaimStore {

    private static final NamedQuery CLAIM =
            NamedQuery.of("""
            with allowed as (
              select l.account_id, l.cid, l.live from location_replica l
               where l.location_id = :locationId and l.connected and :payableType = any (l.enabled)
                 and (l.live or :testAllowed)
                 and not exists (select from effective_cancellation c where c.location_id = :locationId
                                    and c.payable_type = :payableType and c.payable_id = :payableId)
                 and not exists (select from payment s where s.location_id = :locationId
                                    and s.payable_type = :payableType and s.payable_id = :payableId
                                    and """ + ActivePaymentSql.isActive("s") + """
            )
                 and not exists (select from payment k where k.caller = :caller and k.idempotency_key = :idempotencyKey)
            ), changed as (
              update payment p set status = 'CANCELED', reason = 'SUPERSEDED', canceled_at = now(), version = version + 1,
                     pg_token = null, unsettled_since = null, check_attempts = 0,
                     next_check_at = case when approve_claimed_at is not null
                                   then now() + make_interval(secs => :lateInquiryAfter) end
                from allowed
               where p.location_id = :locationId and p.payable_type = :payableType and p.payable_id = :payableId
                 and p.status in ('CREATED', 'WAITING')
            """ + OutboxSql.RETURNING
                    + """
            ), published as (
            """ + OutboxSql.eventAndNotice("canceled") + """
            ), created as (
              insert into payment (id, version, status, location_id, payer_id, owner_id, owner_role,
                payable_type, payable_id, resource_type, resource_id, event_id, start_at, start_day,
                description, total_krw, supply_krw, vat_krw, tax_free_krw, quantity, device, return_url, policy,
                merchant_account_id, cid, live, caller, idempotency_key, request_hash,
                ready_attempts, ready_claimed_at, next_check_at, traceparent)
              select :id::uuid, 1, 'CREATED', :locationId, :payerId::text, :ownerId::text, :ownerRole::text,
                :payableType, :payableId, :resourceType::text, :resourceId::text, :eventId::text,
                :startAt::timestamptz, :day::date,
                :description::text, :total::bigint, :supply::bigint, :vat::bigint, :taxFree::bigint, :quantity::int,
                :device::text, :returnUrl::text, :policy::jsonb,
                account_id, cid, live, :caller, :idempotencyKey, :requestHash::bytea,
                1, now(), now() + make_interval(secs => :payWithin), :traceparent::text
                from allowed
              on conflict (caller, idempotency_key) do nothing
              returning version, merchant_account_id, cid, live
            )
            select version, merchant_account_id, cid, live, (select count(*) from changed) as superseded from created""");

    private final Pool pool;
    private final OutboxRelay relay;
    private final TransitionMetrics metrics;
    private final PaymentConfig config;

    PaymentClaimStore(Pool pool, OutboxRelay relay, TransitionMetrics metrics, PaymentConfig config) {
        this.pool = pool;
        this.relay = relay;
        this.metrics = metrics;
        this.config = config;
    }

    /// Empty when the claim is rejected; [ClaimRejectionStore] says why.
    public Uni<Optional<ReadyClaim>> claim(UUID id, IdempotencyKey key, byte[] hash, NewPayment payment) {
        return CLAIM.run(pool, values(id, key, hash, payment)).map(rows -> claimOf(id, rows));
    }

    private Optional<ReadyClaim> claimOf(UUID id, RowSet<Row> rows) {
        var each = rows.iterator();
        if (!each.hasNext()) {
            return Optional.empty();
        }
        relay.wake();
        Row row = each.next();
        metrics.count(PaymentStatus.CREATED);
        metrics.count(PaymentStatus.CANCELED, Reason.SUPERSEDED, row.getLong("superseded"));
        return Optional.of(new ReadyClaim(
                id,
                row.getLong("version"),
                row.getString("merchant_account_id"),
                row.getString("cid"),
                row.getBoolean("live"),
                1));
    }

    private Parameters values(UUID id, IdempotencyKey key, byte[] hash, NewPayment p) {
        Instant startAt = p.payable().startAt();
        RefundPolicy policy = p.policy();
        return Parameters.with("id", id)
                .and("locationId", p.locationId())
                .and("payerId", p.payerId())
                .and("ownerId", p.ownerId())
                .and("ownerRole", p.ownerRole().name())
                .and("payableType", p.payable().type())
                .and("payableId", p.payable().id())
                .and("resourceType", p.payable().resourceType())
                .and("resourceId", p.payable().resourceId())
                .and("eventId", p.payable().eventId())
                .and("startAt", startAt == null ? (Object) null : startAt.atOffset(ZoneOffset.UTC))
                .and("day", p.payable().day())
                .and("description", p.description().text())
                .and("total", p.amounts().totalKrw())
                .and("supply", p.amounts().supplyKrw())
                .and("vat", p.amounts().vatKrw())
                .and("taxFree", p.amounts().taxFreeKrw())
                .and("quantity", p.quantity())
                .and("device", p.device().name())
                .and("returnUrl", p.returnUrl())
                .and(
                        "policy",
                        policy == null
                                ? (Object) null
                                : new JsonObject(policy.json().toString()))
                .and("caller", key.caller())
                .and("idempotencyKey", key.key())
                .and("requestHash", io.vertx.core.buffer.Buffer.buffer(hash))
                .and("testAllowed", config.testAccountsAllowed())
                .and("payWithin", config.payment().initiation().payWithin())
                .and("lateInquiryAfter", config.payment().settlement().lateInquiryAfter())
                .and("traceparent", Traceparent.current());
    }
}
