package com.coworkpay.refund.batch;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.batch.domain.BatchOutcome;
import com.coworkpay.refund.batch.domain.BatchStatus;
import com.coworkpay.refund.ledger.PathIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads refund batches and their payments.
@ApplicationScoped
class FindBatches {

    private static final int PLACE = Long.BYTES * 2;

    private final BatchReadStore store;

    FindBatches(BatchReadStore store) {
        this.store = store;
    }

    Uni<BatchResponse> one(String locationId, UUID id) {
        return store.one(locationId, id)
                .map(found -> found.map(BatchResponse::of).orElseThrow(PathIds::notFound));
    }

    Uni<BatchPageResponse> page(
            String locationId, @Nullable List<BatchStatus> status, @Nullable String cursor, int limit) {
        Set<BatchStatus> statuses = set(BatchStatus.class, status);
        String question = PageCursor.question("refund batches", locationId, statuses);
        return store.page(locationId, statuses, PageCursor.InTime.of(cursor, question), limit + 1)
                .map(found -> {
                    List<StoredBatch> shown = found.subList(0, Math.min(limit, found.size()));
                    return new BatchPageResponse(
                            shown.stream().map(BatchResponse::of).toList(),
                            found.size() > limit ? place(shown.getLast()).cursor(question) : null);
                });
    }

    private static PageCursor.InTime place(StoredBatch last) {
        return new PageCursor.InTime(last.batch().requestedAt(), last.batch().id());
    }

    Uni<BatchPaymentPageResponse> payments(
            String locationId, UUID id, @Nullable List<BatchOutcome> outcome, @Nullable String cursor, int limit) {
        Set<BatchOutcome> outcomes = set(BatchOutcome.class, outcome);
        String question = PageCursor.question("payments of a refund batch", locationId, id, outcomes);
        UUID after = cursor == null ? null : id(PageCursor.read(cursor, question));
        return store.version(locationId, id)
                .map(found -> found.orElseThrow(PathIds::notFound))
                .chain(() -> store.payments(id, outcomes, after, limit + 1))
                .map(found -> {
                    List<BatchPayment> shown = found.subList(0, Math.min(limit, found.size()));
                    return new BatchPaymentPageResponse(
                            shown.stream()
                                    .map(BatchPaymentPageResponse.BatchPaymentResponse::of)
                                    .toList(),
                            found.size() > limit
                                    ? PageCursor.write(bytes(shown.getLast().paymentId()), question)
                                    : null);
                });
    }

    private static UUID id(byte[] place) {
        if (place.length != PLACE) {
            throw ProblemException.of(CommonProblem.INVALID_CURSOR).field("cursor");
        }
        ByteBuffer bytes = ByteBuffer.wrap(place);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(PLACE)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /// In the order of the enum, so that one question has one cursor.
    private static <E extends Enum<E>> Set<E> set(Class<E> type, @Nullable List<E> values) {
        return values == null || values.isEmpty() ? EnumSet.noneOf(type) : EnumSet.copyOf(values);
    }
}
