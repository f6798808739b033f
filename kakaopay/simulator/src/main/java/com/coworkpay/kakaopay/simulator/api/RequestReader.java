package com.coworkpay.kakaopay.simulator.api;

import com.coworkpay.kakaopay.simulator.CardCompany;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.engine.Requests;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks each field of a call by itself: presence, type, length. Lengths are KakaoPay's; the largest amount is
/// only there to keep sums in range.
final class RequestReader {
    private static final long MAX_KRW = 1_000_000_000_000L;
    private static final int MAX_ID = 100;
    private static final int MAX_URL = 255;
    private static final int MAX_PAYLOAD = 200;
    private static final int MAX_TID = 20;
    /// pg_token has 20 characters; KakaoPay states no limit, ours is generous.
    private static final int MAX_PG_TOKEN = 200;

    private final ObjectMapper json;

    RequestReader(ObjectMapper json) {
        this.json = json;
    }

    Requests read(Endpoint endpoint, Fields fields) {
        return switch (endpoint) {
            case READY -> ready(fields);
            case APPROVE -> approve(fields);
            case CANCEL -> cancel(fields);
            case ORDER -> new Requests.Order(fields.required("tid", MAX_TID));
        };
    }

    private Requests.Ready ready(Fields fields) {
        Long installMonth = fields.number("install_month", 0, 12);
        return new Requests.Ready(
                fields.required("partner_order_id", MAX_ID),
                fields.required("partner_user_id", MAX_ID),
                fields.required("item_name", MAX_ID),
                fields.text("item_code", MAX_ID),
                (int) fields.requiredNumber("quantity", 1, Integer.MAX_VALUE),
                fields.requiredNumber("total_amount", 1, MAX_KRW),
                fields.requiredNumber("tax_free_amount", 0, MAX_KRW),
                fields.number("vat_amount", 0, MAX_KRW),
                fields.number("green_deposit", 0, MAX_KRW),
                fields.requiredUrl("approval_url", MAX_URL),
                fields.requiredUrl("cancel_url", MAX_URL),
                fields.requiredUrl("fail_url", MAX_URL),
                method(fields),
                cards(fields),
                installMonth == null ? null : installMonth.intValue());
    }

    private static Requests.Approve approve(Fields fields) {
        return new Requests.Approve(
                fields.required("tid", MAX_TID),
                fields.required("partner_order_id", MAX_ID),
                fields.required("partner_user_id", MAX_ID),
                fields.required("pg_token", MAX_PG_TOKEN),
                fields.text("payload", MAX_PAYLOAD),
                fields.number("total_amount", 0, MAX_KRW));
    }

    private static Requests.Cancel cancel(Fields fields) {
        return new Requests.Cancel(
                fields.required("tid", MAX_TID),
                fields.requiredNumber("cancel_amount", 1, MAX_KRW),
                fields.requiredNumber("cancel_tax_free_amount", 0, MAX_KRW),
                fields.number("cancel_vat_amount", 0, MAX_KRW),
                fields.number("cancel_available_amount", 0, MAX_KRW),
                fields.text("payload", MAX_PAYLOAD));
    }

    private static @Nullable Method method(Fields fields) {
        String value = fields.text("payment_method_type");
        return value == null ? null : constant(Method.class, "payment_method_type", value);
    }

    private @Nullable List<CardCompany> cards(Fields fields) {
        String value = fields.text("available_cards");
        if (value == null) {
            return null;
        }
        List<CardCompany> cards = new ArrayList<>();
        for (JsonNode card : array(value)) {
            cards.add(constant(CardCompany.class, "available_cards", card.asText()));
        }
        if (cards.isEmpty()) {
            throw new InvalidParameter("available_cards");
        }
        return cards;
    }

    private JsonNode array(String text) {
        try {
            JsonNode node = json.readTree(text);
            if (node.isArray()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // said below: the field is at fault
        }
        throw new InvalidParameter("available_cards");
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String value) {
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameter(field);
        }
    }
}
