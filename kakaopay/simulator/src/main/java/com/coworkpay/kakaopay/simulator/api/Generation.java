package com.coworkpay.kakaopay.simulator.api;

import com.coworkpay.kakaopay.simulator.Merchant.KeyKind;
import com.coworkpay.kakaopay.simulator.engine.Refusal;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

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

        // The code was told by a merchant, the texts by two; that one of them is for `cid` alone is our reading.
        @Override
        Refusal badField(String field, boolean isMissing) {
            String said = field + " has invalid value";
            return Refusal.of(-400, field.equals("cid") ? "invalid param(" + said + ")" : said);
        }

        @Override
        Refusal noKey() {
            return Refusal.documented(-400, null);
        }

        @Override
        Refusal wrongKey(String key) {
            return Refusal.documented(-401, null);
        }

        @Override
        Refusal inItsTerms(Refusal refusal) {
            return refusal;
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

        @Override
        Refusal badField(String field, boolean isMissing) {
            return Refusal.of(
                    -2, isMissing ? field + " can't be null." : "invalid param(" + field + " has invalid value)");
        }

        @Override
        Refusal noKey() {
            return Refusal.of(-401, "no authentication key!");
        }

        // Repeats the key, as Kakao's own texts do: nobody may log what this says.
        @Override
        Refusal wrongKey(String key) {
            return Refusal.of(
                    -401,
                    ADMIN_KEY.matcher(key).matches()
                            ? "appKey(" + key + ") does not exist"
                            : "wrong appKey(" + key + ") format");
        }

        // A server that is not on the app's list gets no -798 here, but what a wrong key gets.
        @Override
        Refusal inItsTerms(Refusal refusal) {
            return refusal.code() == -798
                    ? Refusal.of(-401, "ip mismatched! callerIp=127.0.0.1. check out registered ips.")
                    : refusal;
        }
    };

    private static final Pattern ADMIN_KEY = Pattern.compile("[0-9a-f]{32}");

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

    abstract Refusal badField(String field, boolean isMissing);

    abstract Refusal noKey();

    abstract Refusal wrongKey(String key);

    /// What this generation says in place of a code that is the other's.
    abstract Refusal inItsTerms(Refusal refusal);

    private static ObjectNode withExtras(ObjectNode body, Refusal refusal) {
        if (refusal.methodResultCode() != null) {
            ObjectNode extras = body.putObject("extras");
            extras.put("method_result_code", refusal.methodResultCode());
            extras.put("method_result_message", refusal.methodResultMessage());
        }
        return body;
    }
}
