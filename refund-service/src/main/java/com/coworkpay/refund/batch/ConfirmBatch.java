package com.coworkpay.refund.batch;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.batch.BatchFactsStore.Facts;
import com.coworkpay.refund.batch.domain.BatchStatus;
import com.coworkpay.refund.batch.domain.RefundBatch;
import com.coworkpay.refund.domain.ApprovalLimit;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.ledger.RefundProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person confirms a dry run by the count and the sum that they saw.
@ApplicationScoped
class ConfirmBatch {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final ChangeBatch changeBatch;
    private final BatchFactsStore facts;
    private final BatchChangeStore changes;
    private final Duration expiresAfter;

    ConfirmBatch(ChangeBatch changeBatch, BatchFactsStore facts, BatchChangeStore changes, RefundConfig config) {
        this.changeBatch = changeBatch;
        this.facts = facts;
        this.changes = changes;
        this.expiresAfter = config.refund().approval().expiresAfter();
    }

    /// Where its payments have changed it is counted again, and this fails with `BATCH_RECOUNTED`.
    Uni<Void> confirm(String locationId, UUID id, int payments, long totalKrw, Actor actor) {
        return changeBatch.change(
                locationId,
                id,
                RefundAction.BATCH_CONFIRMED,
                null,
                actor,
                now -> next(now, payments, totalKrw, actor.subject()));
    }

    private Uni<@Nullable RefundBatch> next(StoredBatch now, int payments, long totalKrw, String person) {
        RefundBatch batch = now.batch();
        boolean isSame = Objects.equals(batch.payments(), payments) && Objects.equals(batch.totalKrw(), totalKrw);
        if (person.equals(batch.confirmedBy()) && isSame) {
            return Uni.createFrom().nullItem();
        }
        if (batch.status() != BatchStatus.DRY_RUN) {
            return Uni.createFrom().failure(ChangeBatch.wrongStatus(batch));
        }
        if (!isSame) {
            return Uni.createFrom().failure(stale(batch, payments));
        }
        Instant at = now.time().now();
        return facts.isChanged(batch.id())
                .chain(isChanged -> isChanged ? countAgain(batch, at) : confirmed(batch, person, at));
    }

    private Uni<@Nullable RefundBatch> countAgain(RefundBatch batch, Instant at) {
        return changes.countAgain(batch, batch.countAgain(at.plus(expiresAfter)))
                .chain(_ -> Uni.createFrom().failure(ProblemException.of(RefundProblem.BATCH_RECOUNTED)));
    }

    private Uni<@Nullable RefundBatch> confirmed(RefundBatch batch, String person, Instant at) {
        return facts.counted(batch.id())
                .map(found -> batch.confirm(
                        person, batch.approvalNeeded(found.counted(), limit(found), at.plus(expiresAfter)), at));
    }

    private static ApprovalLimit limit(Facts found) {
        ApprovalLimit limit = found.limit();
        if (limit == null) {
            throw ProblemException.of(RefundProblem.LOCATION_NOT_KNOWN_YET).retryAfter(SOON);
        }
        return limit;
    }

    private static ProblemException stale(RefundBatch batch, int payments) {
        return ProblemException.of(RefundProblem.BATCH_COUNT_STALE)
                .field(Objects.equals(batch.payments(), payments) ? "totalKrw" : "payments")
                .with("payments", String.format(Locale.ROOT, "%,d", batch.payments()))
                .with("totalKrw", String.format(Locale.ROOT, "%,d", batch.totalKrw()));
    }
}
