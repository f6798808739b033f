package com.coworkpay.reporting.projection.persistence;

import com.coworkpay.reporting.projection.domain.LocationState;
import com.coworkpay.reporting.projection.domain.PaymentState;
import com.coworkpay.reporting.projection.domain.Position;
import com.coworkpay.reporting.projection.domain.RefundLine;
import com.coworkpay.reporting.projection.domain.RefundsState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The states of a batch as the rows of one parameter. In the order of their keys: two writers lock rows in the same
/// order.
final class BatchParameters {

    private BatchParameters() {}

    static String payments(List<PaymentState> states) {
        return rows(states, Comparator.comparing(PaymentState::paymentId), BatchParameters::payment);
    }

    static String refunds(List<RefundsState> states) {
        return rows(states, Comparator.comparing(RefundsState::paymentId), BatchParameters::refunds);
    }

    static String locations(List<LocationState> states) {
        return rows(states, Comparator.comparing(LocationState::locationId), BatchParameters::location);
    }

    static String positions(List<Position> positions) {
        return rows(
                positions,
                Comparator.comparing(position -> position.partition().toString()),
                BatchParameters::position);
    }

    private static <T> String rows(List<T> states, Comparator<T> order, Function<T, JsonObject> row) {
        JsonArray rows = new JsonArray();
        states.stream().sorted(order).map(row).forEach(rows::add);
        return rows.encode();
    }

    private static JsonObject payment(PaymentState state) {
        return new JsonObject()
                .put("payment_id", state.paymentId().toString())
                .put("location_id", state.locationId())
                .put("live", state.live())
                .put("version", state.version())
                .put("recorded_at", state.recordedAt().toString())
                .put("status", state.status().name())
                .put("reason", state.reason())
                .put("payable_type", state.payableType().name())
                .put("payable_id", state.payableId())
                .put("payer_id", state.payerId())
                .put("description", state.description())
                .put("total_krw", state.totalKrw())
                .put("vat_krw", state.vatKrw())
                .put("tax_free_krw", state.taxFreeKrw())
                .put("overpaid_krw", state.overpaidKrw())
                .put("method", state.method())
                .put("card_company", state.cardCompany())
                .put("tid", state.tid())
                .put("created_at", text(state.createdAt()))
                .put("approved_at", text(state.approvedAt()))
                .put("canceled_at", text(state.canceledAt()))
                .put("failed_at", text(state.failedAt()));
    }

    private static JsonObject refunds(RefundsState state) {
        JsonArray lines = new JsonArray();
        JsonArray ids = new JsonArray();
        state.refunds().forEach(line -> {
            lines.add(line(line));
            Stream.of(line.refundId().toString(), line.aid(), line.cancellationId())
                    .filter(Objects::nonNull)
                    .forEach(ids::add);
        });
        return new JsonObject()
                .put("payment_id", state.paymentId().toString())
                .put("location_id", state.locationId())
                .put("live", state.live())
                .put("version", state.version())
                .put("recorded_at", state.recordedAt().toString())
                .put("refunded_krw", state.refundedKrw())
                .put("refunded_vat_krw", state.refundedVatKrw())
                .put("refunded_tax_free_krw", state.refundedTaxFreeKrw())
                .put("reserved_krw", state.reservedKrw())
                .put("refunded_elsewhere_krw", state.refundedElsewhereKrw())
                .put("refunds", lines)
                .put("refund_ids", ids.isEmpty() ? null : ids);
    }

    private static JsonObject line(RefundLine line) {
        return new JsonObject()
                .put("refundId", line.refundId().toString())
                .put("status", line.status())
                .put("origin", line.origin())
                .put("reason", line.reason())
                .put("amountKrw", line.amountKrw())
                .put("vatKrw", line.vatKrw())
                .put("taxFreeKrw", line.taxFreeKrw())
                .put("failure", line.failure())
                .put("aid", line.aid())
                .put("requestedAt", text(line.requestedAt()))
                .put("canceledAt", text(line.canceledAt()))
                .put("manualReviewSince", text(line.manualReviewSince()))
                .put("manualReviewReason", line.manualReviewReason());
    }

    private static JsonObject location(LocationState state) {
        return new JsonObject()
                .put("location_id", state.locationId())
                .put("version", state.version())
                .put("title", state.title())
                .put("timezone", state.timezone())
                .put("locale", state.locale());
    }

    private static JsonObject position(Position position) {
        return new JsonObject()
                .put("topic", position.partition().topic())
                .put("partition_no", position.partition().number())
                .put("next_offset", position.nextOffset())
                .put("last_event_at", text(position.lastEventAt()));
    }

    private static @Nullable String text(@Nullable Object instant) {
        return instant == null ? null : instant.toString();
    }
}
