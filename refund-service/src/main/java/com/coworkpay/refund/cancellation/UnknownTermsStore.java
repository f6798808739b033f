package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.platform.sql.RowReader;
import com.coworkpay.refund.policy.domain.Terms;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.invoke.MethodHandles;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Payments whose terms ([Terms]) are not known to the process that stored them, or to one that was to decide them.
@ApplicationScoped
public class UnknownTermsStore {

    private static final int MAX_ROWS = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final NamedQuery UNKNOWN = NamedQuery.of("""
            select payable_type, owner_role, policy::text as policy, count(*) as payments
              from paid_payment where not terms_known
             group by payable_type, owner_role, policy
             order by payable_type, owner_role, policy::text""");

    /// What waited for them is decided as what waited for a refund is: it is a row until then.
    private static final NamedQuery TERMS_KNOWN = NamedQuery.of("""
            with known as materialized (
              select p.payment_id
                from paid_payment p
                join jsonb_to_recordset(:terms::jsonb) as t(payable_type text, owner_role text, policy text)
                  on t.payable_type = p.payable_type and t.owner_role = p.owner_role
                 and t.policy is not distinct from p.policy::text
               where not p.terms_known
               order by p.payment_id limit %d
                 for no key update of p
            ), marked as (
              update paid_payment p set terms_known = true
                from known k where p.payment_id = k.payment_id and not p.terms_known
              returning p.payment_id
            )
            insert into deferred_decision (payment_id, noted_at)
            select payment_id, clock_timestamp() from marked order by payment_id
            on conflict (payment_id) do update set noted_at = excluded.noted_at""".formatted(MAX_ROWS));

    private static final NamedQuery TERMS_UNKNOWN = NamedQuery.of("""
            with stored as materialized (
              select payment_id from paid_payment where terms_known and payment_id = any(:payments)
               order by payment_id for no key update
            )
            update paid_payment p set terms_known = false from stored s where p.payment_id = s.payment_id""");

    private static final RowReader<MarkedTerms> MARKED = RowReader.of(MethodHandles.lookup(), MarkedTerms.class);

    private final Pool pool;

    UnknownTermsStore(Pool pool) {
        this.pool = pool;
    }

    /// Terms that are marked as not known, and how many payments have them.
    ///
    /// @param policy as it is stored
    public record MarkedTerms(
            String payableType, String ownerRole, @Nullable String policy, long payments) {

        public boolean areKnown() {
            return terms(payableType, ownerRole, policy).areKnown();
        }
    }

    /// The terms of a payment as they are stored.
    public static Terms terms(String payableType, String ownerRole, @Nullable String policy) {
        try {
            return new Terms(payableType, ownerRole, policy == null ? null : RefundPolicy.of(JSON.readTree(policy)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored policy is not JSON", e);
        }
    }

    public Uni<List<MarkedTerms>> marked() {
        return pool.preparedQuery(UNKNOWN.toString())
                .execute()
                .map(rows -> rows.stream().map(MARKED::read).toList());
    }

    /// Payments with these terms are decided from now on.
    public Uni<Void> termsKnown(List<MarkedTerms> known) {
        if (known.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        known.forEach(each -> rows.add(new JsonObject()
                .put("payable_type", each.payableType())
                .put("owner_role", each.ownerRole())
                .put("policy", each.policy())));
        return TERMS_KNOWN
                .run(pool, Parameters.with("terms", (Object) rows))
                .chain(marked -> marked.rowCount() < MAX_ROWS ? Uni.createFrom().voidItem() : termsKnown(known));
    }

    /// No process decides these payments' cancellations until one that knows their terms checks them again.
    public Uni<Void> termsUnknown(Collection<UUID> payments) {
        return TERMS_UNKNOWN
                .run(pool, Parameters.with("payments", payments.toArray(UUID[]::new)))
                .replaceWithVoid();
    }
}
