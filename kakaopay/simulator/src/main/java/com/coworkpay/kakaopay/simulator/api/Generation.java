package com.coworkpay.kakaopay.simulator.api;

import com.coworkpay.kakaopay.simulator.Merchant.KeyKind;
import com.coworkpay.kakaopay.simulator.engine.Refusal;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// The two lives of KakaoPay's API: same calls and fields, other paths, keys, body encoding and error names.
enum Generation {
    /// KakaoPay Developers: `open-api.kakaopay.com`, JSON, secret key.
    CURRENT("/online/v1/payment/", KeyKind.SECRET_KEY, List.of("SECRET_KEY ", "DEV_SECRET_KEY ")) {
        @Override
        ObjectNode errorBody(Refusal refusal) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("error_code", refusal.code());
            body.put("error_message", refusal.message());
            return withExtras(body, refusal);
        }
    },
    /// Kakao Developers: `kapi.kakao.com`, form or query parameters, admin key. Ended, kept for old accounts.
    LEGACY("/v1/payment/", KeyKind.ADMIN_KEY, List.of("KakaoAK ")) {
        @Override
        ObjectNode errorBody(Refusal refusal) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("msg", refusal.message());
            body.put("code", refusal.code());
            return withExtras(body, refusal);
        }
    };

    private final String prefix;
    private final KeyKind keyKind;
    private final List<String> schemes;

    Generation(String prefix, KeyKind keyKind, List<String> schemes) {
        this.prefix = prefix;
        this.keyKind = keyKind;
        this.schemes = schemes;
    }

    String prefix() {
        return prefix;
    }

    KeyKind keyKind() {
        return keyKind;
    }

    List<String> schemes() {
        return schemes;
    }

    abstract ObjectNode errorBody(Refusal refusal);

    private static ObjectNode withExtras(ObjectNode body, Refusal refusal) {
        if (refusal.methodResultCode() != null) {
            ObjectNode extras = body.putObject("extras");
            extras.put("method_result_code", refusal.methodResultCode());
            extras.put("method_result_message", refusal.methodResultMessage());
        }
        return body;
    }
}
