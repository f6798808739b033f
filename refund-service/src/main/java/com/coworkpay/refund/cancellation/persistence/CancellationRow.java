package com.coworkpay.refund.cancellation.persistence;

import com.coworkpay.refund.cancellation.domain.Cancellation;
import com.coworkpay.refund.policy.domain.AdministratorChoice;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// A cancellation as a record of a statement.
final class CancellationRow {

    private CancellationRow() {}

    static JsonObject of(Cancellation cancellation) {
        return CancellationStore.row(cancellation.payable())
                .put("cancellation_id", cancellation.id())
                .put("canceled_at", cancellation.canceledAt().toString())
                .put("canceled_by", cancellation.canceledBy())
                .put("canceled_by_role", cancellation.role().name())
                .put("start_at", CancellationStore.text(cancellation.startAt()))
                .put("start_day", CancellationStore.text(cancellation.day()))
                .put("order_state", cancellation.orderState())
                .put("choice", kind(cancellation.choice()))
                .put("choice_krw", cancellation.choice() instanceof AdministratorChoice.Amount(long krw) ? krw : null)
                .put("contents", cancellation.contents())
                .put("traceparent", cancellation.traceparent());
    }

    private static @Nullable String kind(@Nullable AdministratorChoice choice) {
        return switch (choice) {
            case AdministratorChoice.None _ -> "NONE";
            case AdministratorChoice.Full _ -> "FULL";
            case AdministratorChoice.Amount _ -> "AMOUNT";
            case null -> null;
        };
    }
}
