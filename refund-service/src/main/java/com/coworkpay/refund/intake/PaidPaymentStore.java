package com.coworkpay.refund.intake;

import com.coworkpay.contracts.EventJson;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.ComparisonTimes;
import com.coworkpay.refund.policy.domain.Terms;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/// Stores what was paid, a batch in one statement that takes the events' own JSON, in the order of ids, to avoid
/// deadlocks with another batch. A payment whose terms are not known here is stored with them all the same. Each is
/// due to be compared with KakaoPay's order.
@ApplicationScoped
class PaidPaymentStore {

    private static final Logger LOG = Logger.getLogger(PaidPaymentStore.class);

    /// What was paid never changes: later events of the same payment are ignored.
    private static final NamedQuery STORE = NamedQuery.of("""
            with stored as (
            insert into paid_payment (payment_id, payment_version, overpaid, location_id, payer_id, owner_role,
              payable_type, payable_id, resource_type, resource_id, event_id, start_at, start_day,
              description, policy, terms_known, live, merchant_account_id, cid, tid, begun_at, approved_at,
              total_krw, supply_krw, vat_krw, tax_free_krw)
            select e."paymentId", e.version, e."overpaidKrw" > 0, e."locationId", e."payerId", e."ownerRole",
              p.type, p.id, p."resourceType", p."resourceId", p."eventId", p."startAt", p.day,
              e.description, e.policy, e."termsKnown", e.live, e."merchantAccountId", e.cid, e.tid, e."createdAt",
              e."approvedAt", e."totalKrw", e."supplyKrw", e."vatKrw", e."taxFreeKrw"
              from jsonb_to_recordset(:paid::text::jsonb) as e("paymentId" uuid, version bigint, "overpaidKrw" bigint,
                "locationId" text, "payerId" text, "ownerRole" text, payable jsonb, description text, policy jsonb,
                "termsKnown" boolean, live boolean, "merchantAccountId" text, cid text, tid text, "createdAt" timestamptz,
                "approvedAt" timestamptz, "totalKrw" bigint, "supplyKrw" bigint, "vatKrw" bigint, "taxFreeKrw" bigint)
             cross join jsonb_to_record(e.payable) as p(type text, id text, "resourceType" text, "resourceId" text,
                "eventId" text, "startAt" timestamptz, day date)
             order by e."paymentId"
            on conflict (payment_id) do nothing
            returning payment_id, approved_at)
            insert into payment_comparison (payment_id, next_compare_at)
            select payment_id, approved_at + make_interval(secs => :firstComparison) from stored""");

    private final Pool pool;

    PaidPaymentStore(Pool pool) {
        this.pool = pool;
    }

    public Uni<Void> store(List<PaymentStateV1> paid) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        paid.forEach(each -> rows.add(EventJson.tree(each).put("termsKnown", areTermsKnown(each))));
        return STORE.run(pool, Parameters.with("paid", rows.toString()).and("firstComparison", ComparisonTimes.first()))
                .replaceWithVoid();
    }

    private static boolean areTermsKnown(PaymentStateV1 payment) {
        boolean known = new Terms(payment.payable().type(), payment.ownerRole(), payment.policy()).areKnown();
        if (!known) {
            LOG.warnf(
                    "payment %s has a type, role or policy that is not known here: no cancellation of it is decided",
                    payment.paymentId());
        }
        return known;
    }
}
