package com.coworkpay.refund.cancellation.persistence;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.cancellation.domain.DecidedCase;
import com.coworkpay.refund.cancellation.domain.DecisionCase;
import com.coworkpay.refund.domain.TaxApportionment;
import com.coworkpay.refund.persistence.OutboxSql;
import com.coworkpay.refund.policy.domain.Decision;
import com.coworkpay.refund.policy.domain.Explanation;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Stores decisions and, where they refund money, the refunds with their amounts reserved: one statement for a batch,
/// each decision on the version of the ledger that it was made from.
///
/// Two batches may have payments in common: the events of the booking system and of payment-service are handled
/// concurrently, and so they are by two instances. Ledgers are locked in the order of their payments, to avoid
/// deadlocks.
@ApplicationScoped
public class DecisionStore {

    private static final NamedQuery STORE = NamedQuery.of("""
            with new_decision as (
              select * from jsonb_to_recordset(:decided::jsonb) as x(payment_id uuid, ledger_version bigint,
                cancellation_id text, edition integer, canceled_by text, decision_id uuid, refund_id uuid, outcome text, origin text,
                reason text, amount_krw bigint, vat_krw bigint, tax_free_krw bigint, deadline_at timestamptz, evidence jsonb,
                ko text, en text, traceparent text)
            ), undecided as materialized (
              select n.* from new_decision n join paid_payment p on p.payment_id = n.payment_id and p.version = n.ledger_version
               where not exists (select from decision d where d.payment_id = p.payment_id
                                    and d.cancellation_id is not distinct from n.cancellation_id
                                    and d.edition is not distinct from n.edition)
               order by p.payment_id
                 for no key update of p
            ), ledger as (
              update paid_payment p set version = p.version + 1, reserved_krw = p.reserved_krw + n.amount_krw,
                     reserved_vat_krw = p.reserved_vat_krw + n.vat_krw,
                     reserved_tax_free_krw = p.reserved_tax_free_krw + n.tax_free_krw
                from undecided n
               where p.payment_id = n.payment_id and p.version = n.ledger_version
              returning p as p, n.decision_id, n.traceparent
            ), decided as (
              insert into decision as d (id, payment_id, location_id, cancellation_id, edition, outcome, reason, amount_krw,
                refund_id, deadline_at, evidence, explanation_ko, explanation_en)
              select n.decision_id, n.payment_id, (l.p).location_id, n.cancellation_id, n.edition, n.outcome, n.reason, n.amount_krw,
                n.refund_id, n.deadline_at, n.evidence, n.ko, n.en
                from ledger l join new_decision n on n.decision_id = l.decision_id
              returning d as d
            ), requested as (
              insert into refund as r (id, payment_id, version, status, origin, amount_krw, vat_krw, tax_free_krw,
                decision_id, cancellation_id, reason, requested_by, next_check_at, traceparent)
              select n.refund_id, n.payment_id, 1, 'REQUESTED', n.origin, n.amount_krw, n.vat_krw, n.tax_free_krw,
                n.decision_id, n.cancellation_id, n.reason, n.canceled_by, now(), n.traceparent
                from ledger l join new_decision n on n.decision_id = l.decision_id where n.refund_id is not null
              returning r as r
            ), published as (
            """ + OutboxSql.requestedOrDeclined() + """
            )
            select decision_id from ledger""");

    private final Pool pool;
    private final OutboxRelay relay;

    DecisionStore(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /// @param decided at most one of each payment
    /// @return those that were stored. For the others the ledger has changed, or another batch decided: find the
    /// cases
    ///     again
    public Uni<Set<DecidedCase>> store(List<DecidedCase> decided) {
        JsonArray rows = new JsonArray();
        List<UUID> ids = decided.stream().map(_ -> Ids.next()).toList();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(row(ids.get(i), decided.get(i)));
        }
        return STORE.run(pool, Parameters.with("decided", (Object) rows)).map(stored -> {
            Set<UUID> found = ids(stored);
            Set<DecidedCase> storedCases = new HashSet<>();
            for (int i = 0; i < ids.size(); i++) {
                if (found.contains(ids.get(i))) {
                    storedCases.add(decided.get(i));
                }
            }
            if (!storedCases.isEmpty()) {
                relay.wake();
            }
            return storedCases;
        });
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getUUID("decision_id")));
        return ids;
    }

    private static JsonObject row(UUID decisionId, DecidedCase decided) {
        DecisionCase decisionCase = decided.decisionCase();
        Decision decision = decided.decision();
        Amounts amounts = decision.refunds()
                ? TaxApportionment.of(decisionCase.input().ledger().left(), decision.amountKrw())
                : Amounts.NOTHING;
        Explanation explanation = Explanation.of(decisionCase.input(), decision);
        var deadlineAt = decision.deadlineAt();
        String trace = decisionCase.traceparent();
        return new JsonObject()
                .put("payment_id", decisionCase.paymentId().toString())
                .put("ledger_version", decisionCase.ledgerVersion())
                .put("cancellation_id", decisionCase.cancellationId())
                .put("edition", decisionCase.edition())
                .put("canceled_by", decisionCase.canceledBy())
                .put("decision_id", decisionId.toString())
                .put("refund_id", decision.refunds() ? Ids.next().toString() : null)
                .put("outcome", decision.refunds() ? "REFUND" : "DECLINED")
                .put(
                        "origin",
                        decisionCase.input().trigger() instanceof RefundTrigger.Overpayment
                                ? "OVERPAYMENT"
                                : "CANCELLATION")
                .put("reason", decision.reason().name())
                .put("amount_krw", amounts.totalKrw())
                .put("vat_krw", amounts.vatKrw())
                .put("tax_free_krw", amounts.taxFreeKrw())
                .put("deadline_at", deadlineAt == null ? null : deadlineAt.toString())
                .put("evidence", DecisionEvidence.of(decisionCase.input(), decision))
                .put("ko", explanation.ko())
                .put("en", explanation.en())
                .put("traceparent", trace == null ? Traceparent.current() : trace);
    }
}
