package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.BookingCancelled;
import com.coworkpay.contracts.RefundChoice;
import io.vertx.core.json.JsonObject;

/// A cancellation as a record of a statement.
final class CancellationRow {

    private CancellationRow() {}

    static JsonObject of(ReceivedCancellation received) {
        BookingCancelled cancellation = received.cancellation();
        RefundChoice choice = cancellation.choice();
        return CancellationStore.row(cancellation.payable())
                .put("cancellation_id", cancellation.cancellationId())
                .put("canceled_at", cancellation.cancelledAt().toString())
                .put("canceled_by", cancellation.cancelledBy())
                .put("canceled_by_role", cancellation.role().name())
                .put("start_at", CancellationStore.text(cancellation.startAt()))
                .put("start_day", CancellationStore.text(cancellation.day()))
                .put("order_state", cancellation.orderState())
                .put("choice", choice == null ? null : choice.kind().name())
                .put("choice_krw", choice == null ? null : choice.amountKrw())
                .put("contents", cancellation.contents())
                .put("traceparent", received.traceparent());
    }
}
