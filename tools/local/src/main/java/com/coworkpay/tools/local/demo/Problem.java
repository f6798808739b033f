package com.coworkpay.tools.local.demo;

import com.coworkpay.tools.local.Http;

/// A refusal in words, as problem details.
///
/// @param type the stable word, without its prefix
record Problem(int status, String type, String detail) {
    private static final String PREFIX = "urn:coworkpay:problem:";

    static Problem of(Http.Answer answer) {
        if (answer.status() < 400 || !answer.body().startsWith("{")) {
            throw new ExpectationFailedException("expected a refusal, got " + answer.status() + " " + answer.body());
        }
        var json = answer.json();
        return new Problem(
                answer.status(),
                json.getString("type", "").replace(PREFIX, ""),
                json.getString("detail", json.getString("title", "")));
    }
}
