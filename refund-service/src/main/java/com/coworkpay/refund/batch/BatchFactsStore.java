package com.coworkpay.refund.batch;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.batch.domain.RefundBatch.Counted;
import com.coworkpay.refund.domain.ApprovalLimit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person's answer to a refund batch is compared with.
@ApplicationScoped
class BatchFactsStore {

    private static final NamedQuery COUNTED = NamedQuery.of("""
            select s.*, l.refund_approval_limit_krw, l.version as location_version
              from refund_batch b
              left join location_replica l on l.location_id = b.location_id
             cross join lateral (
               select count(*)::integer as candidates, count(*) filter (where i.amount_krw > 0)::integer as payments,
                      coalesce(sum(i.amount_krw), 0)::bigint as total_krw,
                      coalesce(max(i.given_back_krw + i.amount_krw) filter (where i.amount_krw > 0), 0)::bigint as highest_krw
                 from refund_batch_payment i where i.batch_id = b.id) s
             where b.id = :id""");

    /// A ledger was changed since it was counted, a payment came, or one was moved away.
    private static final NamedQuery IS_CHANGED = NamedQuery.of("""
            with present as materialized (
              select payment_id from refund_batch_candidate where batch_id = :id
            ), counted as materialized (
              select payment_id, ledger_version from refund_batch_payment where batch_id = :id
            )
            select exists (select from counted i join paid_payment p on p.payment_id = i.payment_id
                            where p.version <> i.ledger_version)
                or exists (select payment_id from present except select payment_id from counted)
                or exists (select payment_id from counted except select payment_id from present) as is_changed""");

    private static final NamedQuery IS_PAYER = NamedQuery.of("""
            select exists (select from refund_batch_payment i join paid_payment p on p.payment_id = i.payment_id
                            where i.batch_id = :id and i.amount_krw > 0 and p.payer_id = :person) as is_payer""");

    private final Pool pool;

    BatchFactsStore(Pool pool) {
        this.pool = pool;
    }

    /// @param limit absent while the location is not known
    record Facts(Counted counted, @Nullable ApprovalLimit limit) {}

    Uni<Facts> counted(UUID id) {
        return COUNTED.run(pool, Parameters.with("id", id))
                .map(rows -> facts(rows.iterator().next()));
    }

    private static Facts facts(Row row) {
        Long limitKrw = row.getLong("refund_approval_limit_krw");
        return new Facts(
                new Counted(
                        row.getInteger("candidates"),
                        row.getInteger("payments"),
                        row.getLong("total_krw"),
                        row.getLong("highest_krw")),
                limitKrw == null ? null : new ApprovalLimit(limitKrw, row.getLong("location_version")));
    }

    Uni<Boolean> isChanged(UUID id) {
        return IS_CHANGED
                .run(pool, Parameters.with("id", id))
                .map(rows -> rows.iterator().next().getBoolean("is_changed"));
    }

    /// Whether one of the payments that are to be refunded is theirs.
    Uni<Boolean> isPayer(UUID id, String person) {
        return IS_PAYER.run(pool, Parameters.with("id", id).and("person", person))
                .map(rows -> rows.iterator().next().getBoolean("is_payer"));
    }
}
