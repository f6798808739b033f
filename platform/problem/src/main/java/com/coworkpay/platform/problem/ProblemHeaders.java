package com.coworkpay.platform.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The headers that go with every problem, whoever sends it.
final class ProblemHeaders {

    private ProblemHeaders() {}

    static Map<String, String> of(Problem problem, Language language) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", ProblemBody.MEDIA_TYPE);
        headers.put("Content-Language", language.tag());
        // 404 and 405 may be cached where nothing is said (RFC 9110, 15.1): tomorrow's answer may be another.
        headers.put("Cache-Control", "no-store");
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.put("Retry-After", Long.toString(wholeSecondsUp(retryAfter)));
        }
        return headers;
    }

    private static long wholeSecondsUp(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
