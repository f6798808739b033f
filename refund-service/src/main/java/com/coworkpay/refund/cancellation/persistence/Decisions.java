package com.coworkpay.refund.cancellation.persistence;

import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.OutboxRelay;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.cancellation.domain.Undecided;
import com.coworkpay.refund.domain.Amounts;
import com.coworkpay.refund.domain.Split;
import com.coworkpay.refund.persistence.Telling;
import com.coworkpay.refund.policy.domain.Cause;
import com.coworkpay.refund.policy.domain.Decision;
import com.coworkpay.refund.policy.domain.Explanation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/// Stores a decision and, if it gives money back, the refund with its amount reserved: one statement, on the version
/// of the ledger that the decision saw.
@ApplicationScoped
public class Decisions {

    private static final Statement STORE = Statement.of("""
            with ledger as (
              update paid_payment p set version = p.version + 1, reserved_krw = p.reserved_krw + :amount,
                     reserved_vat_krw = p.reserved_vat_krw + :vat, reserved_tax_free_krw = p.reserved_tax_free_krw + :taxFree
               where p.payment_id = :paymentId and p.version = :ledgerVersion
                 and not exists (select from decision d where d.payment_id = p.payment_id
                                    and d.cancellation_id is not distinct from :cancellationId::text)
              returning p as p
            ), decided as (
              insert into decision as d (id, payment_id, location_id, cancellation_id, outcome, reason, amount_krw,
                refund_id, deadline_at, saw, explanation_ko, explanation_en)
              select :decisionId::uuid, (l.p).payment_id, (l.p).location_id, :cancellationId::text, :outcome::text,
                :reason::text, :amount::bigint, :refundId::uuid, :deadlineAt::timestamptz, :saw::jsonb, :ko::text, :en::text
                from ledger l
              returning d as d
            ), requested as (
              insert into refund as r (id, payment_id, version, status, origin, amount_krw, vat_krw, tax_free_krw,
                decision_id, cancellation_id, reason, requested_by, due_at, traceparent)
              select :refundId::uuid, (l.p).payment_id, 1, 'REQUESTED', :origin::text, :amount::bigint, :vat::bigint,
                :taxFree::bigint, :decisionId::uuid, :cancellationId::text, :reason::text, :canceledBy::text, now(),
                :traceparent::text
                from ledger l where :refundId::uuid is not null
              returning r as r
            ), told as (
            """ + Telling.requestedOrDeclined() + """
            )
            select count(*) as stored from decided""");

    private final Pool pool;
    private final OutboxRelay relay;

    Decisions(Pool pool, OutboxRelay relay) {
        this.pool = pool;
        this.relay = relay;
    }

    /// @return false if the ledger moved, or a twin decided: look again
    public Uni<Boolean> store(Undecided undecided, Decision decision) {
        Amounts amounts = decision.refunds()
                ? Split.of(undecided.facts().ledger().left(), decision.amountKrw())
                : Amounts.NOTHING;
        Explanation explanation = Explanation.of(undecided.facts(), decision);
        var deadlineAt = decision.deadlineAt();
        Values values = Values.with("paymentId", undecided.paymentId())
                .and("ledgerVersion", undecided.ledgerVersion())
                .and("cancellationId", undecided.cancellationId())
                .and("canceledBy", undecided.canceledBy())
                .and("decisionId", Ids.next())
                .and("refundId", decision.refunds() ? (Object) Ids.next() : null)
                .and("outcome", decision.refunds() ? "REFUND" : "DECLINED")
                .and("origin", undecided.facts().cause() instanceof Cause.Surplus ? "SURPLUS" : "CANCELLATION")
                .and("reason", decision.reason().name())
                .and("amount", amounts.totalKrw())
                .and("vat", amounts.vatKrw())
                .and("taxFree", amounts.taxFreeKrw())
                .and("deadlineAt", deadlineAt == null ? (Object) null : deadlineAt.atOffset(ZoneOffset.UTC))
                .and("saw", Seen.of(undecided.facts(), decision))
                .and("ko", explanation.ko())
                .and("en", explanation.en())
                .and("traceparent", Traceparent.current());
        return STORE.run(pool, values)
                .map(rows -> rows.iterator().next().getLong("stored") == 1)
                .invoke(stored -> {
                    if (stored) {
                        relay.wake();
                    }
                });
    }
}
