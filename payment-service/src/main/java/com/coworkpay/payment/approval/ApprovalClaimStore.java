package com.coworkpay.payment.approval;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.UniqueViolation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The claims of an approval, each one statement: the intention is stored, with the slot, before anything is sent.
@ApplicationScoped
class ApprovalClaimStore {

    private static final String SLOT = "payment_slot";

    /// From waiting: stores the token that the payer brings (KakaoPay declines a forged one, and it is erased then), or
    /// uses the stored one. What is not claimed comes as it was found, with the reasons.
    private static final NamedQuery CLAIM =
            NamedQuery.of("""
            with found as materialized (
              select p.*, coalesce(now() >= p.expires_at, false) as expired,
                     exists (select from effective_cancellation c where c.location_id = p.location_id
                                and c.payable_type = p.payable_type and c.payable_id = p.payable_id) as payable_canceled,
                     (select s.status from payment s where s.location_id = p.location_id
                         and s.payable_type = p.payable_type and s.payable_id = p.payable_id and s.id <> p.id
                         and payment_holds_slot(s.status, s.refunded_krw, s.total_krw)) as slot_holder
                from payment p where p.id = :id
            ), claimed as (
              update payment p set status = 'APPROVING', version = p.version + 1,
                     pg_token = coalesce(:token::bytea, p.pg_token),
                     approve_claimed_at = coalesce(p.approve_claimed_at, now()), approve_sent_at = now(),
                     unsettled_since = now(), next_check_at = now() + make_interval(secs => :lease),
                     check_attempts = case when :token::bytea is null then p.check_attempts else 0 end
                from found f
               where p.id = f.id and p.version = f.version and p.version = coalesce(:version::bigint, p.version)
                 and f.status = 'WAITING' and coalesce(:token::bytea, f.pg_token) is not null
                 and not f.expired and not f.payable_canceled and f.slot_holder is null
              returning p.*
            )
            select true as claimed, now() as now, %s, false as expired, false as payable_canceled, null as slot_holder
              from claimed c
            union all
            select false, now(), %s, expired, payable_canceled, slot_holder
              from found f where not exists (select from claimed)""".formatted(PaymentSnapshot.columns("c"), PaymentSnapshot.columns("f")));

    /// A repeat, only after an order inquiry that allows it, and while it still may be.
    private static final NamedQuery REPEAT = NamedQuery.of("""
            update payment p set status = 'UNKNOWN', version = version + 1, approve_sent_at = now(),
                   next_check_at = now() + make_interval(secs => :lease)
             where p.id = :id and p.version = :version and payment_approve_repeatable(p, :quietAfter, :deadAfter)
            returning %s, now() as now""".formatted(PaymentSnapshot.columns("p")));

    /// A payment, claimed or not.
    ///
    /// @param rejection null: it is claimed, and its holder makes one call
    public record Claim(PaymentSnapshot snapshot, @Nullable ApprovalClaimRejection rejection) {}

    private final Pool pool;
    private final PaymentConfig.Payment config;

    ApprovalClaimStore(Pool pool, PaymentConfig config) {
        this.pool = pool;
        this.config = config.payment();
    }

    /// The payer's return. Empty if there is no such payment.
    public Uni<Optional<Claim>> byReturn(UUID id, byte[] sealedToken) {
        return claim(Parameters.with("id", id)
                .and("token", Buffer.buffer(sealedToken))
                .and("version", (Object) null));
    }

    /// The worker's, with the stored token.
    public Uni<Optional<Claim>> resume(UUID id, long version) {
        return claim(Parameters.with("id", id).and("token", (Object) null).and("version", version));
    }

    private Uni<Optional<Claim>> claim(Parameters values) {
        return Uni.createFrom()
                .deferred(() ->
                        CLAIM.run(pool, values.and("lease", config.approval().lease())))
                .map(ApprovalClaimStore::claimOf)
                // Two payments of one payable claimed at the same moment: the index admits one. The other is found
                // with the slot held then.
                .onFailure(failure -> UniqueViolation.isOf(SLOT, failure))
                .retry()
                .atMost(5);
    }

    private static Optional<Claim> claimOf(RowSet<Row> rows) {
        var each = rows.iterator();
        if (!each.hasNext()) {
            return Optional.empty();
        }
        Row row = each.next();
        PaymentSnapshot snapshot = PaymentSnapshot.of(row);
        return Optional.of(new Claim(snapshot, row.getBoolean("claimed") ? null : rejection(snapshot, row)));
    }

    private static ApprovalClaimRejection rejection(PaymentSnapshot snapshot, Row row) {
        String holder = row.getString("slot_holder");
        return ApprovalClaimRejection.of(
                snapshot.payment().status(),
                row.getBoolean("expired"),
                row.getBoolean("payable_canceled"),
                holder == null ? null : PaymentStatus.valueOf(holder));
    }

    /// Empty when it may not be repeated (any more).
    public Uni<Optional<PaymentSnapshot>> repeat(UUID id, long version) {
        return REPEAT.run(
                        pool,
                        Parameters.with("id", id)
                                .and("version", version)
                                .and("lease", config.approval().lease())
                                .and("quietAfter", config.settlement().quietAfter())
                                .and("deadAfter", config.settlement().deadAfter()))
                .map(PaymentSnapshot::first);
    }
}
