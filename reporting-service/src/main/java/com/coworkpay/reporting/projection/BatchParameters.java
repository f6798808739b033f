package com.coworkpay.reporting.projection;

import com.coworkpay.contracts.EventJson;
import com.coworkpay.contracts.LocationStateV1;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.reporting.projection.domain.Position;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// The states of a batch as the rows of one parameter: the events' own JSON, and when it was recorded. In the order of
/// their keys: two writers lock rows in the same order.
final class BatchParameters {

    private BatchParameters() {}

    static String payments(List<Recorded<PaymentStateV1>> states) {
        return rows(states, PaymentStateV1::paymentId, BatchParameters::row);
    }

    static String refunds(List<Recorded<RefundStateV1>> states) {
        return rows(states, RefundStateV1::paymentId, BatchParameters::refunds);
    }

    static String locations(List<Recorded<LocationStateV1>> states) {
        return rows(states, LocationStateV1::locationId, BatchParameters::row);
    }

    static String positions(List<Position> positions) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        positions.stream()
                .sorted(Comparator.comparing(position -> position.partition().toString()))
                .map(BatchParameters::position)
                .forEach(rows::add);
        return rows.toString();
    }

    private static <T extends Record, K extends Comparable<K>> String rows(
            List<Recorded<T>> states, Function<T, K> key, Function<Recorded<T>, ObjectNode> row) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        states.stream()
                .sorted(Comparator.comparing(each -> key.apply(each.state())))
                .map(row)
                .forEach(rows::add);
        return rows.toString();
    }

    private static ObjectNode row(Recorded<?> recorded) {
        return EventJson.tree(recorded.state())
                .put("recordedAt", recorded.recordedAt().toString());
    }

    /// With all that one may search a refund by.
    private static ObjectNode refunds(Recorded<RefundStateV1> recorded) {
        ObjectNode row = row(recorded);
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        recorded.state().refunds().stream()
                .flatMap(refund -> Stream.of(refund.refundId().toString(), refund.aid(), refund.cancellationId()))
                .filter(Objects::nonNull)
                .forEach(ids::add);
        return ids.isEmpty() ? row : row.set("refundIds", ids);
    }

    private static ObjectNode position(Position position) {
        var lastEventAt = position.lastEventAt();
        return JsonNodeFactory.instance
                .objectNode()
                .put("topic", position.partition().topic())
                .put("partition_no", position.partition().partition())
                .put("next_offset", position.nextOffset())
                .put("last_event_at", lastEventAt == null ? null : lastEventAt.toString());
    }
}
