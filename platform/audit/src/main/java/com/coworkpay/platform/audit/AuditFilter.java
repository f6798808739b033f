package com.coworkpay.platform.audit;

import com.coworkpay.platform.problem.PageCursor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which rows are asked for; what is absent does not matter.
///
/// @param locationId null: those of the whole installation
/// @param from inclusive
/// @param to exclusive
record AuditFilter(
        @Nullable String locationId,
        @Nullable ObjectType objectType,
        @Nullable String objectId,
        @Nullable UUID paymentId,
        @Nullable String actor,
        List<String> actions,
        @Nullable Instant from,
        @Nullable Instant to) {

    AuditFilter {
        actions = actions.stream().distinct().sorted().toList();
    }

    String question() {
        return PageCursor.question("audit", locationId, objectType, objectId, paymentId, actor, actions, from, to);
    }
}
