package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.regex.Pattern;

/// Something that the stand-in sent or heard, as its panel shows it: without tokens, and without the part of a
/// checkout's address that is its key.
///
/// @param title the request's line, or the topic and the event's type
/// @param outcome the answer's status; of events their id
record Exchange(Instant at, Kind kind, String title, String outcome, String sent, String heard) {
    enum Kind {
        REST,
        EVENT_SENT,
        EVENT_HEARD
    }

    private static final int MAX_LENGTH = 4_000;
    private static final Pattern KEY_OF_CHECKOUT = Pattern.compile("(/checkout/[0-9a-f-]{36}/)[A-Za-z0-9_-]+");

    static String shown(String text) {
        String safe = KEY_OF_CHECKOUT.matcher(text).replaceAll("$1…");
        return safe.length() <= MAX_LENGTH ? safe : safe.substring(0, MAX_LENGTH) + " …";
    }

    static String shown(JsonObject json) {
        return shown(json.encodePrettily());
    }

    JsonObject json() {
        return new JsonObject()
                .put("at", at.toString())
                .put("kind", kind.name())
                .put("title", title)
                .put("outcome", outcome)
                .put("sent", sent)
                .put("heard", heard);
    }

    static Exchange of(JsonObject json) {
        return new Exchange(
                Instant.parse(json.getString("at")),
                Kind.valueOf(json.getString("kind")),
                json.getString("title"),
                json.getString("outcome"),
                json.getString("sent"),
                json.getString("heard"));
    }
}
