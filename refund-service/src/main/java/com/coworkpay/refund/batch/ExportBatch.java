package com.coworkpay.refund.batch;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditStore;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.audit.ObjectType;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.ledger.PathIds;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The payments of a refund batch as a file: a page in memory at a time, read as fast as it is taken.
@ApplicationScoped
class ExportBatch {

    private static final int PAGE = 500;

    private final BatchReadStore batches;
    private final AuditStore audit;

    ExportBatch(BatchReadStore batches, AuditStore audit) {
        this.batches = batches;
        this.audit = audit;
    }

    /// On record before the first row leaves; without that record none does.
    Uni<Multi<byte[]>> open(String locationId, UUID id, Actor actor) {
        return batches.version(locationId, id)
                .map(found -> found.orElseThrow(PathIds::notFound))
                .call(() -> audit.writeAlone(AuditEntry.done(
                        RefundAction.BATCH_EXPORTED, actor, AuditedObject.of(locationId, ObjectType.REFUND_BATCH, id))))
                .map(_ -> Multi.createBy()
                        .concatenating()
                        .streams(Multi.createFrom().item(BatchCsv.head()), rows(id)));
    }

    private Multi<byte[]> rows(UUID id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Place(null), place -> batches.payments(id, Set.of(), place.after, PAGE)
                        .invoke(place::passed))
                .whilst(page -> page.size() == PAGE)
                .filter(page -> !page.isEmpty())
                .map(BatchCsv::rows);
    }

    /// Behind which the next page begins.
    private static final class Place {
        private @Nullable UUID after;

        private Place(@Nullable UUID after) {
            this.after = after;
        }

        private void passed(List<BatchPayment> page) {
            if (!page.isEmpty()) {
                after = page.getLast().paymentId();
            }
        }
    }
}
