package com.coworkpay.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;

/// The problem as RFC 9457 wants it on the wire. Written with a mapper of its own: no setting of a service changes it.
final class ProblemBody {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private ProblemBody() {}

    /// @param path of the request, without the query string, which may carry secrets
    static byte[] of(Problem problem, Language language, String path) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", problem.type().uri());
        members.put("title", ProblemTexts.title(problem.type(), language, problem.placeholders()));
        members.put("status", problem.type().status());
        members.put("detail", detail(problem, language));
        members.put("instance", path);
        putIfPresent(members, "field", problem.field());
        putIfPresent(members, "code", problem.code());
        if (!problem.errors().isEmpty()) {
            members.put("errors", problem.errors());
        }
        putIfPresent(members, "traceId", MDC.get("traceId"));
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem could not be written as JSON.", e);
        }
    }

    private static String detail(Problem problem, Language language) {
        return problem.fault() != null
                ? problem.fault().text(language)
                : ProblemTexts.detail(problem.type(), language, problem.placeholders());
    }

    private static void putIfPresent(
            Map<String, Object> members, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
