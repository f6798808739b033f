package com.coworkpay.refund.refund.persistence;

import com.coworkpay.platform.sql.NamedQuery;
import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.domain.Movement;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.persistence.LedgerCorrectionStore;
import com.coworkpay.refund.persistence.RefundTransitionStore;
import com.coworkpay.refund.refund.domain.CancelOutcome.Canceled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Stores KakaoPay's late confirmation of a refund whose state has moved since its cancel was claimed.
@ApplicationScoped
public class LateConfirmationStore {

    private static final Logger LOG = Logger.getLogger(LateConfirmationStore.class);

    private static final NamedQuery FIND =
            NamedQuery.of("select version, status, payment_id from refund where id = :id");

    private final Pool pool;
    private final RefundTransitionStore transitions;
    private final LedgerCorrectionStore corrections;

    LateConfirmationStore(Pool pool, RefundTransitionStore transitions, LedgerCorrectionStore corrections) {
        this.pool = pool;
        this.transitions = transitions;
        this.corrections = corrections;
    }

    public Uni<Void> succeeded(UUID id, Canceled canceled) {
        return FIND.run(pool, Parameters.with("id", id))
                .map(rows -> rows.iterator().next())
                .chain(row -> placed(id, row, canceled));
    }

    private Uni<Void> placed(UUID id, Row row, Canceled canceled) {
        RefundStatus status = RefundStatus.valueOf(row.getString("status"));
        return switch (status) {
            case IN_FLIGHT, UNKNOWN ->
                transitions
                        .succeeded(
                                id, row.getLong("version"), canceled.aid(), canceled.canceledAt(), canceled.summary())
                        .replaceWithVoid();
            case SUCCEEDED -> Uni.createFrom().voidItem();
            case FAILED ->
                corrections
                        .late(row.getUUID("payment_id"), new Movement.Late(id, canceled.aid(), canceled.canceledAt()))
                        .replaceWithVoid();
            case REQUESTED, AWAITING_APPROVAL -> {
                LOG.errorf(
                        "refund %s is %s, and KakaoPay says that it was canceled: manual review is needed", id, status);
                yield transitions
                        .escalated(id, row.getLong("version"), ReviewReason.SAME_AMOUNT_OUTSIDE)
                        .replaceWithVoid();
            }
        };
    }
}
