package com.coworkpay.refund.refund.persistence;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.persistence.OutboxSql;
import com.coworkpay.refund.refund.domain.LedgerSnapshot;
import com.coworkpay.refund.refund.domain.NewRefund;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stores an administrator's refund, with its amount reserved.
@ApplicationScoped
public class RefundRequestStore {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SAME_KEY = "refund_idempotency";

    private static final NamedQuery FIND = NamedQuery.of("""
            select p.version, p.total_krw, p.vat_krw, p.tax_free_krw, p.refunded_krw, p.refunded_vat_krw,
                   p.refunded_tax_free_krw, p.reserved_krw, p.reserved_vat_krw, p.reserved_tax_free_krw,
                   p.refunded_elsewhere_krw,
                   (select count(*) from refund n where n.payment_id = p.payment_id and n.origin <> 'OUTSIDE') as refunds,
                   e.id as earlier_id, e.request_hash
              from paid_payment p left join refund e on e.caller = :caller and e.idempotency_key = :key
             where p.payment_id = :paymentId and p.location_id = :locationId""");

    private static final NamedQuery REQUEST = NamedQuery.of("""
            with ledger as (
              update paid_payment p set version = p.version + 1, reserved_krw = p.reserved_krw + :amount,
                     reserved_vat_krw = p.reserved_vat_krw + :vat, reserved_tax_free_krw = p.reserved_tax_free_krw + :taxFree
               where p.payment_id = :paymentId and p.location_id = :locationId and p.version = :ledgerVersion
                 and p.total_krw - p.refunded_krw - p.reserved_krw - p.refunded_elsewhere_krw = :balance
              returning p as p, :traceparent::text as traceparent
            ), decided as (
              select null::decision as d where false
            ), requested as (
              insert into refund as r (id, payment_id, version, status, origin, amount_krw, vat_krw, tax_free_krw, reason,
                note, requested_by, caller, idempotency_key, request_hash, next_check_at, traceparent)
              select :refundId::uuid, (l.p).payment_id, 1, 'REQUESTED', 'ADMINISTRATOR', :amount::bigint, :vat::bigint,
                :taxFree::bigint, :reason::text, :note::text, :caller::text, :caller::text, :key::text, :hash::bytea, now(),
                l.traceparent
                from ledger l
              returning r as r
            ), published as (
            """ + OutboxSql.requested() + """
            )
            select (r.r).id from requested r""");

    private final Pool pool;
    private final OutboxRelay relay;

    RefundRequestStore(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /// Empty if no such payment is known to be paid at this location.
    public Uni<Optional<LedgerSnapshot>> find(NewRefund newRefund) {
        Parameters values = Parameters.with("paymentId", newRefund.paymentId())
                .and("locationId", newRefund.locationId())
                .and("caller", newRefund.caller())
                .and("key", newRefund.idempotencyKey());
        return FIND.run(pool, values).map(rows -> {
            var each = rows.iterator();
            return each.hasNext() ? Optional.of(snapshot(each.next())) : Optional.empty();
        });
    }

    /// Empty if the ledger changed since the snapshot, or a concurrent request with the same key was faster: take a new
    /// snapshot.
    public Uni<Optional<UUID>> request(NewRefund newRefund, long ledgerVersion, Amounts amounts) {
        Parameters values = Parameters.with("paymentId", newRefund.paymentId())
                .and("locationId", newRefund.locationId())
                .and("ledgerVersion", ledgerVersion)
                .and("balance", newRefund.balanceKrw())
                .and("refundId", Ids.next())
                .and("amount", amounts.totalKrw())
                .and("vat", amounts.vatKrw())
                .and("taxFree", amounts.taxFreeKrw())
                .and("reason", newRefund.reason().name())
                .and("note", newRefund.note() == null ? null : newRefund.note().text())
                .and("caller", newRefund.caller())
                .and("key", newRefund.idempotencyKey())
                .and("hash", Buffer.buffer(newRefund.fingerprint()))
                .and("traceparent", Traceparent.current());
        return REQUEST.run(pool, values)
                .map(rows -> {
                    var each = rows.iterator();
                    return each.hasNext() ? Optional.of(each.next().getUUID("id")) : Optional.<UUID>empty();
                })
                .invoke(made -> made.ifPresent(_ -> relay.wake()))
                .onFailure(RefundRequestStore::sameKey)
                .recoverWithItem(Optional.empty());
    }

    private static boolean sameKey(Throwable failure) {
        return failure instanceof PgException refused
                && UNIQUE_VIOLATION.equals(refused.getSqlState())
                && SAME_KEY.equals(refused.getConstraint());
    }

    private static LedgerSnapshot snapshot(Row row) {
        return new LedgerSnapshot(
                row.getLong("version"),
                new Ledger(
                        amounts(row, "total_krw", ""),
                        amounts(row, "refunded_krw", "refunded_"),
                        reserved(row),
                        row.getLong("refunded_elsewhere_krw")),
                row.getLong("refunds"),
                existing(row));
    }

    private static Amounts reserved(Row row) {
        return amounts(row, "reserved_krw", "reserved_");
    }

    private static Amounts amounts(Row row, String total, String prefix) {
        return new Amounts(row.getLong(total), row.getLong(prefix + "vat_krw"), row.getLong(prefix + "tax_free_krw"));
    }

    private static LedgerSnapshot.@Nullable ExistingRefund existing(Row row) {
        UUID id = row.getUUID("earlier_id");
        return id == null
                ? null
                : new LedgerSnapshot.ExistingRefund(
                        id, row.getBuffer("request_hash").getBytes());
    }
}
