package com.coworkpay.payment.approval.persistence;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.approval.domain.ApproveClaim;
import com.coworkpay.payment.domain.PaymentState.Approving;
import com.coworkpay.payment.domain.PaymentState.Unknown;
import com.coworkpay.payment.persistence.ActivePaymentSql;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The claims of an approval, each one statement: the intention is stored, with the slot, before anything is sent.
@ApplicationScoped
public class ApprovalClaimStore {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String CLAIMED = """
            returning p.id, p.version, p.status, p.merchant_account_id, p.cid, p.tid,
                      p.partner_user_id, p.total_krw, p.pg_token,
                      p.soft_declines, p.return_url""";

    /// What the booking system has cancelled is not charged, neither by a first approve nor by a repeated one.
    private static final String NOT_CANCELED = """
               and not exists (select from effective_cancellation c where c.location_id = p.location_id
                                  and c.payable_type = p.payable_type and c.payable_id = p.payable_id)
            """;

    private static final String IF_FREE = """
               and p.status || '' = 'WAITING' and now() < p.expires_at
            """ + NOT_CANCELED + """
               and not exists (select from payment s where s.location_id = p.location_id
                                  and s.payable_type = p.payable_type and s.payable_id = p.payable_id
                                  and\s""" + ActivePaymentSql.isActive("s") + ") ";

    /// The payer's return: stores the token that it carries. KakaoPay declines a forged one, and it is erased then.
    private static final NamedQuery BY_RETURN = NamedQuery.of("""
            update payment p set status = 'APPROVING', version = version + 1, pg_token = :token,
                   approve_claimed_at = coalesce(approve_claimed_at, now()), approve_sent_at = now(),
                   unsettled_since = now(), check_attempts = 0, next_check_at = now() + make_interval(secs => :lease)
             where p.id = :id
            """ + IF_FREE + CLAIMED);

    /// The worker's claim, with the stored token.
    private static final NamedQuery RESUME = NamedQuery.of("""
            update payment p set status = 'APPROVING', version = version + 1, approve_sent_at = now(),
                   unsettled_since = now(), next_check_at = now() + make_interval(secs => :lease)
             where p.id = :id and p.version = :version and p.pg_token is not null
            """ + IF_FREE + CLAIMED);

    /// A repeat, only after an order inquiry that allows it, and never within the quiet time after the last send. It
    /// holds the slot already. The payer did everything in time, so it may follow their fifteen minutes, while the
    /// TID lives.
    private static final NamedQuery REPEAT = NamedQuery.of("""
            update payment p set status = 'UNKNOWN', version = version + 1, approve_sent_at = now(),
                   next_check_at = now() + make_interval(secs => :lease)
             where p.id = :id and p.version = :version and p.status || '' in ('APPROVING', 'UNKNOWN') and p.pg_token is not null
               and p.approve_sent_at <= now() - make_interval(secs => :quiet)
               and now() < p.initiated_at + make_interval(secs => :dead)
            """ + NOT_CANCELED + CLAIMED);

    private final Pool pool;
    private final PaymentConfig.Payment config;

    ApprovalClaimStore(Pool pool, PaymentConfig config) {
        this.pool = pool;
        this.config = config.payment();
    }

    /// Empty when the payment is not claimable (any more); its snapshot says why.
    public Uni<Optional<ApproveClaim>> byReturn(UUID id, byte[] sealedToken) {
        return run(
                BY_RETURN,
                Parameters.with("id", id)
                        .and("token", Buffer.buffer(sealedToken))
                        .and("lease", config.approval().lease()));
    }

    public Uni<Optional<ApproveClaim>> resume(UUID id, long version) {
        return run(RESUME, expected(id, version).and("lease", config.approval().lease()));
    }

    public Uni<Optional<ApproveClaim>> repeat(UUID id, long version) {
        return run(
                REPEAT,
                expected(id, version)
                        .and("lease", config.approval().lease())
                        .and("quiet", config.settlement().quietAfter())
                        .and("dead", config.settlement().deadAfter()));
    }

    private static Parameters expected(UUID id, long version) {
        return Parameters.with("id", id).and("version", version);
    }

    /// Two payments of one payable claimed at the same moment: the index admits one, and the other finds the slot held.
    private Uni<Optional<ApproveClaim>> run(NamedQuery claim, Parameters values) {
        return claim.run(pool, values)
                .map(ApprovalClaimStore::claimOf)
                .onFailure(ApprovalClaimStore::activePaymentExists)
                .recoverWithItem(Optional.empty());
    }

    private static boolean activePaymentExists(Throwable failure) {
        return failure instanceof PgException refused
                && UNIQUE_VIOLATION.equals(refused.getSqlState())
                && ActivePaymentSql.INDEX.equals(refused.getConstraint());
    }

    private static Optional<ApproveClaim> claimOf(RowSet<Row> rows) {
        var each = rows.iterator();
        if (!each.hasNext()) {
            return Optional.empty();
        }
        Row row = each.next();
        boolean first = row.getString("status").equals("APPROVING");
        return Optional.of(new ApproveClaim(
                row.getUUID("id"),
                row.getLong("version"),
                first ? new Approving(row.getInteger("soft_declines")) : new Unknown(),
                row.getString("merchant_account_id"),
                row.getString("cid"),
                row.getString("tid"),
                row.getString("partner_user_id"),
                row.getLong("total_krw"),
                row.getBuffer("pg_token").getBytes(),
                row.getString("return_url")));
    }
}
