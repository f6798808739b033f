package com.coworkpay.refund.support;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/// A payment that KakaoPay took money for, and what payment-service says of it.
public record TestPayment(String id, String tid, Instant approvedAt, JsonObject state) {

    public String payableId() {
        return state.getJsonObject("payable").getString("id");
    }

    public String payableType() {
        return state.getJsonObject("payable").getString("type");
    }

    public String eventType() {
        return state.getLong("overpaidKrw") > 0 ? "coworkpay.payment.overpaid.v1" : "coworkpay.payment.paid.v1";
    }
}
