package com.coworkpay.payment.checkout;

import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.initiation.PaymentTerms;
import com.coworkpay.payment.initiation.RejectionReason;
import com.coworkpay.payment.store.PaymentSnapshot;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditSql;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes and reads checkouts.
@ApplicationScoped
class CheckoutStore {

    private static final RowReader<Checkout> READER =
            RowReader.of(MethodHandles.lookup(), Checkout.class, Map.of(RefundPolicy.class, PaymentSnapshot::policy));

    /// The checkout of the key, made now or before.
    private static final NamedQuery CREATE =
            NamedQuery.of("""
            with existing as (
              select * from checkout where caller = :caller and idempotency_key = :idempotencyKey
            ), asked as (
              select coalesce(:expiresAt::timestamptz, now() + make_interval(secs => :validFor)) as expires_at
            ), created as (
              insert into checkout (id, location_id, payer_id, owner_id, owner_role, payable_type, payable_id,
                resource_type, resource_id, event_id, start_at, start_day, description, total_krw, supply_krw, vat_krw,
                tax_free_krw, quantity, return_url, policy, language, caller, idempotency_key, request_hash, expires_at)
              select :id::uuid, :locationId, :payerId, :ownerId, :ownerRole, :payableType, :payableId,
                :resourceType, :resourceId, :eventId, :startAt::timestamptz, :day::date, :description, :total::bigint,
                :supply::bigint, :vat::bigint, :taxFree::bigint, :quantity::int, :returnUrl, :policy::jsonb,
                :language, :caller, :idempotencyKey, :requestHash::bytea, expires_at
                from asked
               where not exists (select from existing) and expires_at > now() and expires_at <= now() + interval '7 days'
              on conflict (caller, idempotency_key) do nothing
              returning *
            ), audited as (
            %s
            )
            select %s, expires_asked > now() and expires_asked <= now() + interval '7 days' as in_range
              from (select expires_at as expires_asked from asked) as a
              left join (select * from existing union all select * from created) k on true""".formatted(AuditSql.ifAny("created"), READER.columns("k")));

    private static final NamedQuery FIND = NamedQuery.of("""
            select %s, coalesce(k.rejection, o.rejection) as rejection, l.title, l.timezone, l.locale, l.seller, l.live
              from checkout_state k left join location_replica l on l.location_id = k.location_id
             cross join payable_offer(k.location_id, k.payable_type, k.payable_id, :testAllowed) o
             where k.id = :id""".formatted(READER.columns("k")));

    private final Pool pool;
    private final PaymentConfig config;

    CheckoutStore(Pool pool, PaymentConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /// How a creation ended.
    sealed interface Created {
        /// Made now, or before under the same key; then perhaps of another request.
        record Found(Checkout checkout) implements Created {}

        /// It would be expired at once, or live too long.
        record OutOfRange() implements Created {}

        /// The same key at the same moment: it exists when it is looked for again.
        record Overtaken() implements Created {}
    }

    Uni<Created> create(UUID id, NewCheckout checkout) {
        PaymentTerms terms = checkout.terms();
        Instant expiresAt = checkout.expiresAt();
        Parameters values = terms.values()
                .and("id", id)
                .and("language", checkout.language())
                .and("caller", checkout.key().caller())
                .and("idempotencyKey", checkout.key().key())
                .and("requestHash", Buffer.buffer(checkout.requestHash()))
                .and("expiresAt", expiresAt == null ? (Object) null : expiresAt.atOffset(ZoneOffset.UTC))
                .and("audit", AuditEntry.rows(checkout.audit(id)))
                .and("validFor", config.payment().checkout().validFor());
        return CREATE.run(pool, values).map(rows -> created(rows.iterator().next()));
    }

    private static Created created(Row row) {
        if (row.getUUID("id") != null) {
            return new Created.Found(READER.read(row));
        }
        return row.getBoolean("in_range") ? new Created.Overtaken() : new Created.OutOfRange();
    }

    Uni<Optional<OfferedCheckout>> find(UUID id) {
        Parameters values = Parameters.with("id", id).and("testAllowed", config.testAccountsAllowed());
        return FIND.run(pool, values).map(rows -> rows.stream().findFirst().map(CheckoutStore::offered));
    }

    private static OfferedCheckout offered(Row row) {
        return new OfferedCheckout(
                READER.read(row), rejection(row.getString("rejection")), location(row), row.getBoolean("live"));
    }

    private static @Nullable RejectionReason rejection(@Nullable String name) {
        return name == null ? null : RejectionReason.valueOf(name);
    }

    private static OfferedCheckout.@Nullable Location location(Row row) {
        String title = row.getString("title");
        return title == null
                ? null
                : new OfferedCheckout.Location(
                        title, row.getString("timezone"), row.getString("locale"), row.get(JsonObject.class, "seller"));
    }
}
