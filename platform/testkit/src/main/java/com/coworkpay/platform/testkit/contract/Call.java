package com.coworkpay.platform.testkit.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request in the making.
final class Call {

    final Operation operation;
    final Map<String, String> path = new LinkedHashMap<>();
    final List<String> query = new ArrayList<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    final List<String> oddities = new ArrayList<>();
    String method;
    byte @Nullable [] body;

    Call(Operation operation) {
        this.operation = operation;
        this.method = operation.method();
    }

    void query(String name, String value) {
        query.add(Oddities.encoded(name) + "=" + Oddities.encoded(value));
    }

    void body(String text) {
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    String target() {
        String filled = operation.path();
        for (var part : path.entrySet()) {
            filled = filled.replace("{" + part.getKey() + "}", Oddities.encoded(part.getValue()));
        }
        return query.isEmpty() ? filled : filled + "?" + String.join("&", query);
    }

    /// Without the token, and not at length.
    @Override
    public String toString() {
        Map<String, String> shown = new LinkedHashMap<>(headers);
        shown.remove("Authorization");
        String text = method + " " + target() + " " + shown + " " + oddities + "\n"
                + (body == null ? "no body" : new String(body, StandardCharsets.UTF_8));
        return text.length() <= 1500 ? text : text.substring(0, 1500) + "…";
    }
}
