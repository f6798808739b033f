package com.coworkpay.refund.ledger.persistence;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.ledger.domain.PaidPayment;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Stores what was paid, a batch in one statement, in the order of ids, to avoid deadlocks with another batch.
@ApplicationScoped
public class PaidPaymentStore {

    /// What was paid never changes: later events of the same payment are ignored.
    private static final NamedQuery STORE = NamedQuery.of("""
            insert into paid_payment (payment_id, payment_version, overpaid, location_id, payer_id, owner_role,
              payable_type, payable_id, resource_type, resource_id, start_at, start_day,
              description, policy, live, merchant_account_id, cid, tid, begun_at, approved_at,
              total_krw, supply_krw, vat_krw, tax_free_krw)
            select x.payment_id, x.payment_version, x.overpaid, x.location_id, x.payer_id, x.owner_role,
              x.payable_type, x.payable_id, x.resource_type, x.resource_id, x.start_at, x.start_day,
              x.description, x.policy, x.live, x.merchant_account_id, x.cid, x.tid, x.begun_at, x.approved_at,
              x.total_krw, x.supply_krw, x.vat_krw, x.tax_free_krw
              from jsonb_to_recordset(:paid::jsonb) as x(payment_id uuid, payment_version bigint, overpaid boolean,
                location_id text, payer_id text, owner_role text, payable_type text, payable_id text, resource_type text,
                resource_id text, start_at timestamptz, start_day date, description text, policy jsonb, live boolean,
                merchant_account_id text, cid text, tid text, begun_at timestamptz, approved_at timestamptz, total_krw bigint,
                supply_krw bigint, vat_krw bigint, tax_free_krw bigint)
             order by x.payment_id
            on conflict (payment_id) do nothing""");

    private final Pool pool;

    PaidPaymentStore(Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> store(List<PaidPayment> paid) {
        JsonArray rows = new JsonArray();
        paid.forEach(each -> rows.add(row(each)));
        return STORE.run(pool, Parameters.with("paid", (Object) rows)).replaceWithVoid();
    }

    private static JsonObject row(PaidPayment paid) {
        var startAt = paid.startAt();
        var day = paid.day();
        String policy = paid.policyJson();
        return new JsonObject()
                .put("payment_id", paid.paymentId().toString())
                .put("payment_version", paid.version())
                .put("overpaid", paid.overpaid())
                .put("location_id", paid.payable().locationId())
                .put("payable_type", paid.payable().type().name())
                .put("payable_id", paid.payable().id())
                .put("payer_id", paid.payerId())
                .put("owner_role", paid.ownerRole().name())
                .put("resource_type", paid.resourceType())
                .put("resource_id", paid.resourceId())
                .put("start_at", startAt == null ? null : startAt.toString())
                .put("start_day", day == null ? null : day.toString())
                .put("description", paid.description())
                .put("policy", policy == null ? null : new JsonObject(policy))
                .put("live", paid.live())
                .put("merchant_account_id", paid.merchantAccountId())
                .put("cid", paid.cid())
                .put("tid", paid.tid())
                .put("begun_at", paid.begunAt().toString())
                .put("approved_at", paid.approvedAt().toString())
                .put("total_krw", paid.paid().totalKrw())
                .put("supply_krw", paid.paid().supplyKrw())
                .put("vat_krw", paid.paid().vatKrw())
                .put("tax_free_krw", paid.paid().taxFreeKrw());
    }
}
