package com.coworkpay.refund.refund.persistence;

import com.coworkpay.platform.sql.Statement;
import com.coworkpay.platform.sql.Values;
import com.coworkpay.refund.domain.Movement;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.persistence.Corrections;
import com.coworkpay.refund.persistence.RefundMoves;
import com.coworkpay.refund.refund.domain.CancelAnswer.Canceled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/// KakaoPay's "done" for a refund whose state has moved since its cancel was claimed.
@ApplicationScoped
public class LateAnswers {

    private static final Logger LOG = Logger.getLogger(LateAnswers.class);

    private static final Statement LOOK = Statement.of("select version, status, payment_id from refund where id = :id");

    private final Pool pool;
    private final RefundMoves moves;
    private final Corrections corrections;

    LateAnswers(Pool pool, RefundMoves moves, Corrections corrections) {
        this.pool = pool;
        this.moves = moves;
        this.corrections = corrections;
    }

    public Uni<Void> succeeded(UUID id, Canceled canceled) {
        return LOOK.run(pool, Values.with("id", id))
                .map(rows -> rows.iterator().next())
                .chain(row -> placed(id, row, canceled));
    }

    private Uni<Void> placed(UUID id, Row row, Canceled canceled) {
        RefundStatus status = RefundStatus.valueOf(row.getString("status"));
        return switch (status) {
            case IN_FLIGHT, UNKNOWN ->
                moves.succeeded(id, row.getLong("version"), canceled.aid(), canceled.canceledAt(), canceled.words())
                        .replaceWithVoid();
            case SUCCEEDED -> Uni.createFrom().voidItem();
            case FAILED ->
                corrections
                        .late(row.getUUID("payment_id"), new Movement.Late(id, canceled.aid(), canceled.canceledAt()))
                        .replaceWithVoid();
            case REQUESTED, AWAITING_APPROVAL -> {
                LOG.errorf("refund %s is %s, and KakaoPay says that it was done: a person has to look", id, status);
                yield moves.escalated(id, row.getLong("version"), ReviewReason.SAME_AMOUNT_OUTSIDE)
                        .replaceWithVoid();
            }
        };
    }
}
