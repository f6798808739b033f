package com.coworkpay.payment.initiation.persistence;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.initiation.domain.ClaimRejection;
import com.coworkpay.payment.initiation.domain.ExistingPayment;
import com.coworkpay.payment.initiation.domain.IdempotencyKey;
import com.coworkpay.payment.initiation.domain.InitiatedPayment;
import com.coworkpay.payment.initiation.domain.NewPayment;
import com.coworkpay.payment.persistence.ActivePaymentSql;
import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads why a claim was rejected.
@ApplicationScoped
public class ClaimRejectionStore {

    private static final NamedQuery FIND = NamedQuery.of("""
            select k.*,
                   k.ready_claimed_at > now() - make_interval(secs => :readyLease) as ready_in_progress,
                   k.created_at < now() - make_interval(secs => :payWithin) as is_expired,
                   coalesce(l.connected, false) as connected,
                   coalesce(:payableType = any (l.enabled), false) as switched_on,
                   coalesce(l.live, false) or :testAllowed as account_allowed,
                   exists (select from effective_cancellation c where c.location_id = :locationId
                              and c.payable_type = :payableType and c.payable_id = :payableId) as payable_canceled,
                   (select s.status from payment s where s.location_id = :locationId and s.payable_type = :payableType
                       and s.payable_id = :payableId and """ + ActivePaymentSql.isActive("s") + """
            ) as slot_holder
              from (select 1) as one
              left join location_replica l on l.location_id = :locationId
              left join payment k on k.caller = :caller and k.idempotency_key = :idempotencyKey""");

    private final Pool pool;
    private final PaymentConfig config;

    ClaimRejectionStore(Pool pool, PaymentConfig config) {
        this.pool = pool;
        this.config = config;
    }

    public Uni<ClaimRejection> find(IdempotencyKey key, NewPayment payment) {
        Parameters values = Parameters.with("locationId", payment.locationId())
                .and("payableType", payment.payable().type())
                .and("payableId", payment.payable().id())
                .and("caller", key.caller())
                .and("idempotencyKey", key.key())
                .and("testAllowed", config.testAccountsAllowed())
                .and("readyLease", config.payment().initiation().readyLease())
                .and("payWithin", config.payment().initiation().payWithin());
        return FIND.run(pool, values).map(rows -> rejection(rows.iterator().next()));
    }

    private static ClaimRejection rejection(Row row) {
        String holder = row.getString("slot_holder");
        return new ClaimRejection(
                existing(row),
                row.getBoolean("connected"),
                row.getBoolean("switched_on"),
                row.getBoolean("account_allowed"),
                row.getBoolean("payable_canceled"),
                holder == null ? null : PaymentStatus.valueOf(holder));
    }

    private static Optional<ExistingPayment> existing(Row row) {
        if (row.getUUID("id") == null) {
            return Optional.empty();
        }
        String reason = row.getString("reason");
        return Optional.of(new ExistingPayment(
                row.getUUID("id"),
                row.getLong("version"),
                PaymentStatus.valueOf(row.getString("status")),
                reason == null ? null : Reason.valueOf(reason),
                row.getString("decline_code"),
                row.getBuffer("request_hash").getBytes(),
                initiated(row),
                Boolean.TRUE.equals(row.getBoolean("ready_in_progress")),
                row.getInteger("ready_attempts"),
                Boolean.TRUE.equals(row.getBoolean("is_expired"))));
    }

    private static @Nullable InitiatedPayment initiated(Row row) {
        return row.getString("tid") == null ? null : InitiatedPaymentMapper.read(row);
    }
}
