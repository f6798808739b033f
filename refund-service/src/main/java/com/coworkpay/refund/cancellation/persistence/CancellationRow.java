package com.coworkpay.refund.cancellation.persistence;

import com.coworkpay.refund.cancellation.domain.Cancellation;
import com.coworkpay.refund.policy.domain.Choice;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// A cancellation as a record of a statement.
final class CancellationRow {

    private CancellationRow() {}

    static JsonObject of(Cancellation cancellation) {
        return Cancellations.row(cancellation.payable())
                .put("cancellation_id", cancellation.id())
                .put("canceled_at", cancellation.canceledAt().toString())
                .put("canceled_by", cancellation.canceledBy())
                .put("canceled_by_role", cancellation.role().name())
                .put("start_at", Cancellations.text(cancellation.startAt()))
                .put("start_day", Cancellations.text(cancellation.day()))
                .put("order_state", cancellation.orderState())
                .put("choice", word(cancellation.choice()))
                .put("choice_krw", cancellation.choice() instanceof Choice.Amount(long krw) ? krw : null)
                .put("contents", cancellation.contents())
                .put("traceparent", cancellation.traceparent());
    }

    private static @Nullable String word(@Nullable Choice choice) {
        return switch (choice) {
            case Choice.None _ -> "NONE";
            case Choice.Full _ -> "FULL";
            case Choice.Amount _ -> "AMOUNT";
            case null -> null;
        };
    }
}
