package com.coworkpay.kakaopay.simulator.api;

import com.coworkpay.kakaopay.simulator.AnswerShape;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which shape answers have, for all merchants and for single ones, and how a documented answer becomes one of it.
final class Shapes {
    private static final Set<String> RECORDED =
            Set.of("aid", "approved_at", "point_amount", "discount_amount", "payment_action_type");

    private final AnswerShape first;
    private final Map<String, AnswerShape> byCid = new ConcurrentHashMap<>();
    private volatile AnswerShape everybodys;

    Shapes(AnswerShape first) {
        this.first = first;
        this.everybodys = first;
    }

    /// @param cid null: all merchants that have no shape of their own
    void set(@Nullable String cid, AnswerShape shape) {
        if (cid == null) {
            everybodys = shape;
        } else {
            byCid.put(cid, shape);
        }
    }

    void reset() {
        byCid.clear();
        everybodys = first;
    }

    AnswerShape of(String cid) {
        return byCid.getOrDefault(cid, everybodys);
    }

    static void write(AnswerShape shape, Endpoint endpoint, ObjectNode body) {
        boolean afterApproval = endpoint == Endpoint.ORDER || endpoint == Endpoint.CANCEL;
        boolean recorded = shape == AnswerShape.RECORDED || shape == AnswerShape.RECORDED_WITH_PAYLOAD;
        if (recorded && afterApproval) {
            body.path("payment_action_details")
                    .forEach(action -> bare((ObjectNode) action, shape == AnswerShape.RECORDED_WITH_PAYLOAD));
        }
        if (shape == AnswerShape.WITHOUT_NULLS || (recorded && afterApproval)) {
            dropNulls(body);
        }
    }

    private static void bare(ObjectNode action, boolean withPayload) {
        action.properties()
                .removeIf(field -> !RECORDED.contains(field.getKey())
                        && !(withPayload && field.getKey().equals("payload")));
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(p -> p.getValue().isNull());
        }
        node.forEach(Shapes::dropNulls);
    }
}
