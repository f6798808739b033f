package com.coworkpay.refund.batch;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.refund.batch.BatchRunStore.Chunk;
import com.coworkpay.refund.batch.BatchRunStore.Ended;
import com.coworkpay.refund.batch.BatchRunStore.Item;
import com.coworkpay.refund.batch.BatchRunStore.Results;
import com.coworkpay.refund.batch.domain.BatchResult;
import com.coworkpay.refund.batch.domain.BatchRule;
import com.coworkpay.refund.batch.domain.LeftOutReason;
import com.coworkpay.refund.batch.domain.RefundBatch;
import com.coworkpay.refund.domain.LedgerChange;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundBuilder;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.TaxApportionment;
import com.coworkpay.refund.ledger.LedgerStore;
import com.coworkpay.refund.refund.RefundWorker;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Requests the refunds of payments that were taken of a running batch: by the same rule as the dry run, on the version
/// of each ledger, and never more than was counted. A payment whose refund is there already, as after a crash, is only
/// marked.
@ApplicationScoped
class RunBatch {

    private final BatchRunStore store;
    private final LedgerStore ledgers;
    private final RefundWorker worker;

    RunBatch(BatchRunStore store, LedgerStore ledgers, RefundWorker worker) {
        this.store = store;
        this.ledgers = ledgers;
        this.worker = worker;
    }

    Uni<Void> run(Chunk chunk) {
        Results results = new Results();
        List<LedgerChange> changes = new ArrayList<>();
        for (Item item : chunk.items()) {
            sort(chunk, item, results, changes);
        }
        return write(changes)
                .invoke(written -> changes.stream()
                        .map(change -> change.after().payment().paymentId())
                        .forEach(id -> {
                            if (written.contains(id)) {
                                results.ended().add(new Ended(id, null));
                            } else {
                                results.again().add(id);
                            }
                        }))
                .call(() -> store.store(chunk.batch().id(), results))
                .invoke(written -> {
                    if (!written.isEmpty()) {
                        worker.wake();
                    }
                })
                .replaceWithVoid();
    }

    private static void sort(Chunk chunk, Item item, Results results, List<LedgerChange> changes) {
        if (isRequested(chunk.batch(), item)) {
            results.ended().add(new Ended(item.paymentId(), null));
        } else if (!item.isCandidate()) {
            results.ended().add(new Ended(item.paymentId(), LeftOutReason.MOVED));
        } else {
            switch (BatchRule.result(item.ledger())) {
                case BatchResult.Refundable(long amountKrw) ->
                    changes.add(change(chunk, item, Math.min(amountKrw, item.amountKrw())));
                case BatchResult.UnderWay _ -> results.waiting().add(item.paymentId());
                case BatchResult.LeftOut leftOut -> results.ended().add(new Ended(item.paymentId(), leftOut.reason()));
            }
        }
    }

    private static boolean isRequested(RefundBatch batch, Item item) {
        return item.ledger().refunds().stream().anyMatch(refund -> batch.id().equals(refund.batchId()));
    }

    private Uni<Set<UUID>> write(List<LedgerChange> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : ledgers.write(changes)
                        // It was paused or stopped in this moment: nothing of the chunk is written.
                        .onFailure(RunBatch::isNotRunning)
                        .recoverWithItem(Set.of());
    }

    private static boolean isNotRunning(Throwable failure) {
        return failure instanceof PgException refused && "refund_batch_runs".equals(refused.getConstraint());
    }

    private static LedgerChange change(Chunk chunk, Item item, long amountKrw) {
        Instant at = chunk.time().now();
        RefundBatch batch = chunk.batch();
        return new LedgerChange(
                item.ledger(),
                item.ledger().request(refund(batch, item, amountKrw, at)),
                at,
                batch.traceparent(),
                null);
    }

    private static Refund refund(RefundBatch batch, Item item, long amountKrw, Instant at) {
        Amounts amounts = TaxApportionment.of(item.ledger().amounts().left(), amountKrw);
        return RefundBuilder.builder()
                .id(Ids.next())
                .paymentId(item.paymentId())
                .version(1)
                .status(RefundStatus.REQUESTED)
                .origin(Origin.BATCH)
                .batchId(batch.id())
                .amountKrw(amounts.totalKrw())
                .vatKrw(amounts.vatKrw())
                .taxFreeKrw(amounts.taxFreeKrw())
                .reason(batch.refundReason())
                .note(batch.note())
                .requestedBy(Objects.requireNonNullElse(batch.confirmedBy(), batch.requestedBy()))
                .moreAids(List.of())
                .nextCheckAt(at)
                .requestedAt(at)
                .traceparent(batch.traceparent())
                .build();
    }
}
