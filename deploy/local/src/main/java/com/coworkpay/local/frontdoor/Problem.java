package com.coworkpay.local.frontdoor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/// What the front door itself has to say, as problem details (RFC 9457).
enum Problem {
    NOT_FOUND("not-found", 404, "Not found", "There is nothing at this address."),
    TOO_LARGE("payload-too-large", 413, "Too large", "The request's body is larger than the front door takes."),
    AWAY("unavailable", 503, "Not available", "The service behind this address is not running. Try again shortly."),
    NO_ANSWER("unavailable", 502, "No answer", "The service broke off before it answered. Try again shortly.");

    static final String CONTENT_TYPE = "application/problem+json";
    private static final int RETRY_AFTER_S = 2;

    private final String slug;
    private final int status;
    private final String title;
    private final String detail;

    Problem(String slug, int status, String title, String detail) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    /// Seconds after which the caller may try again, or 0 where that makes no sense.
    int retryAfterS() {
        return status >= 500 ? RETRY_AFTER_S : 0;
    }

    /// @param path without its query, which may hold a `pg_token`
    Buffer body(String path) {
        return new JsonObject()
                .put("type", "urn:coworkpay:problem:" + slug)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", path)
                .toBuffer();
    }

    void answer(HttpServerResponse response, String path) {
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.setStatusCode(status).putHeader("content-type", CONTENT_TYPE);
        if (retryAfterS() > 0) {
            response.putHeader("retry-after", String.valueOf(retryAfterS()));
        }
        response.end(body(path));
    }
}
