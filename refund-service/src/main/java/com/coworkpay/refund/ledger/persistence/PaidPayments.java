package com.coworkpay.refund.ledger.persistence;

import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.ledger.domain.PaidPayment;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/// Keeps what was paid.
@ApplicationScoped
public class PaidPayments {

    /// The start of a full-day booking is resolved here, once, if the location is known, else when it becomes known.
    /// A newer event of the same payment changes no fact that a refund stands on.
    private static final Statement KEEP = Statement.of("""
            insert into paid_payment as p (payment_id, payment_version, surplus, location_id, payer_id, owner_role,
              payable_type, payable_id, resource_type, resource_id, start_at, start_day,
              description, policy, live, merchant_account_id, cid, tid, approved_at,
              total_krw, supply_krw, vat_krw, tax_free_krw)
            values (:paymentId, :version, :surplus, :locationId, :payerId, :ownerRole,
              :payableType, :payableId, :resourceType, :resourceId,
              coalesce(:startAt::timestamptz, (select refund_start_of_day(:day::date, timezone) from location_copy
                                                where location_id = :locationId)), :day::date,
              :description, :policy, :live, :account, :cid, :tid, :approvedAt,
              :total, :supply, :vat, :taxFree)
            on conflict (payment_id) do update set payment_version = excluded.payment_version
             where p.payment_version < excluded.payment_version""");

    private final Pool pool;

    PaidPayments(Pool pool) {
        this.pool = pool;
    }

    /// An older or the same version changes nothing.
    public Uni<Void> keep(PaidPayment paid) {
        var startAt = paid.startAt();
        String policy = paid.policyJson();
        Values values = Values.with("paymentId", paid.paymentId())
                .and("version", paid.version())
                .and("surplus", paid.surplus())
                .and("locationId", paid.payable().locationId())
                .and("payableType", paid.payable().type().name())
                .and("payableId", paid.payable().id())
                .and("payerId", paid.payerId())
                .and("ownerRole", paid.ownerRole().name())
                .and("resourceType", paid.resourceType())
                .and("resourceId", paid.resourceId())
                .and("startAt", startAt == null ? (Object) null : startAt.atOffset(ZoneOffset.UTC))
                .and("day", (Object) paid.day())
                .and("description", paid.description())
                .and("policy", policy == null ? (Object) null : new JsonObject(policy))
                .and("live", paid.live())
                .and("account", paid.merchantAccountId())
                .and("cid", paid.cid())
                .and("tid", paid.tid())
                .and("approvedAt", paid.approvedAt().atOffset(ZoneOffset.UTC))
                .and("total", paid.paid().totalKrw())
                .and("supply", paid.paid().supplyKrw())
                .and("vat", paid.paid().vatKrw())
                .and("taxFree", paid.paid().taxFreeKrw());
        return KEEP.run(pool, values).replaceWithVoid();
    }
}
