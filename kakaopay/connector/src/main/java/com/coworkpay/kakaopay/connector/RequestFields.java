package com.coworkpay.kakaopay.connector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The fields of one request, before either generation's encoding. Holds secrets (`pg_token`): has no `toString`.
final class RequestFields {

    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    RequestFields with(String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    RequestFields with(String name, @Nullable Long value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    Buffer toJson() {
        return Buffer.buffer(fields.toString());
    }

    Buffer toUrlEncoded() {
        StringBuilder encoded = new StringBuilder();
        fields.properties().forEach(field -> encoded.append(encoded.isEmpty() ? "" : "&")
                .append(field.getKey())
                .append('=')
                .append(URLEncoder.encode(field.getValue().asText(), StandardCharsets.UTF_8)));
        return Buffer.buffer(encoded.toString());
    }

    static RequestFields of(MerchantAccount account, ReadyRequest request) {
        return new RequestFields()
                .with("cid", account.cid())
                .with("partner_order_id", request.orderId())
                .with("partner_user_id", request.userId())
                .with("item_name", request.itemName())
                .with("quantity", (long) request.quantity())
                .with("total_amount", request.totalKrw())
                .with("tax_free_amount", request.taxFreeKrw())
                .with("vat_amount", request.vatKrw())
                .with("approval_url", request.approvalUrl().toASCIIString())
                .with("cancel_url", request.cancelUrl().toASCIIString())
                .with("fail_url", request.failUrl().toASCIIString());
    }

    static RequestFields of(MerchantAccount account, ApproveRequest request) {
        return new RequestFields()
                .with("cid", account.cid())
                .with("tid", request.tid())
                .with("partner_order_id", request.orderId())
                .with("partner_user_id", request.userId())
                .with("pg_token", request.pgToken().reveal())
                .with("total_amount", request.totalKrw())
                .with("payload", request.payload());
    }

    static RequestFields of(MerchantAccount account, OrderRequest request) {
        return new RequestFields().with("cid", account.cid()).with("tid", request.tid());
    }

    static RequestFields of(MerchantAccount account, CancelRequest request) {
        return new RequestFields()
                .with("cid", account.cid())
                .with("tid", request.tid())
                .with("cancel_amount", request.amountKrw())
                .with("cancel_tax_free_amount", request.taxFreeKrw())
                .with("cancel_vat_amount", request.vatKrw())
                .with("cancel_available_amount", request.availableKrw())
                .with("payload", request.payload());
    }
}
