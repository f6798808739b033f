package com.coworkpay.tools.local.frontdoor;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the front door itself has to say, as problem details (RFC 9457).
enum Problem {
    MALFORMED(
            "invalid-request",
            400,
            "The request is not valid",
            "This is no well-formed HTTP request.",
            "요청이 올바르지 않습니다",
            "HTTP 요청의 형식이 올바르지 않습니다."),
    NOT_FOUND(
            "not-found",
            404,
            "Not found",
            "There is nothing at this address. Ids in a path are percent-encoded.",
            "찾을 수 없습니다",
            "이 주소에는 아무것도 없습니다. 경로의 ID는 퍼센트 인코딩해 주세요."),
    TOO_LARGE(
            "payload-too-large",
            413,
            "Too large",
            "The request's body is larger than what is taken here. Send less at once.",
            "요청이 너무 큽니다",
            "요청 본문이 허용된 크기를 넘습니다. 나누어 보내 주세요."),
    ADDRESS_TOO_LONG(
            "uri-too-long",
            414,
            "The address is too long",
            "The address with its query is longer than 8 KiB. Ask for less at once.",
            "주소가 너무 깁니다",
            "쿼리를 포함한 주소가 8KiB를 넘습니다. 조건을 줄여 주세요."),
    HEADERS_TOO_LARGE(
            "headers-too-large",
            431,
            "The headers are too large",
            "The request's headers are larger than 20 KiB together. A token with fewer locations, or with \"*\", is smaller.",
            "헤더가 너무 큽니다",
            "요청 헤더의 합이 20KiB를 넘습니다. 토큰에 담긴 지점을 줄이거나 \"*\"를 사용해 주세요."),
    UNAVAILABLE(
            "unavailable",
            503,
            "Not available",
            "The service behind this address is not running. Try again shortly.",
            "지금은 사용할 수 없습니다",
            "이 주소의 서비스가 실행 중이 아닙니다. 잠시 후 다시 시도해 주세요."),
    NO_ANSWER(
            "unavailable",
            502,
            "No answer",
            "The service broke off before it answered. Look at what was asked for, then try again.",
            "응답이 없습니다",
            "서비스가 응답하기 전에 연결이 끊어졌습니다. 결과를 확인한 뒤 다시 시도해 주세요.");

    static final String CONTENT_TYPE = "application/problem+json";
    private static final int RETRY_AFTER_S = 2;

    /// The first language that is named decides, as in `nginx.conf` of the composition.
    private static final Pattern KOREAN =
            Pattern.compile("\\s*ko(?![a-z]).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final String slug;
    private final int status;
    private final String title;
    private final String detail;
    private final String titleInKorean;
    private final String detailInKorean;

    Problem(String slug, int status, String title, String detail, String titleInKorean, String detailInKorean) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.titleInKorean = titleInKorean;
        this.detailInKorean = detailInKorean;
    }

    /// Of a request that could not be read.
    static Problem of(Throwable unreadable) {
        if (unreadable instanceof TooLongHttpLineException) {
            return ADDRESS_TOO_LONG;
        }
        return unreadable instanceof TooLongFrameException ? HEADERS_TOO_LARGE : MALFORMED;
    }

    int status() {
        return status;
    }

    /// Seconds after which the caller may try again, or 0 where that makes no sense.
    int retryAfterS() {
        return status >= 500 ? RETRY_AFTER_S : 0;
    }

    /// @param path without its query, which may hold a `pg_token`
    Buffer body(String path, boolean inKorean) {
        return new JsonObject()
                .put("type", "urn:coworkpay:problem:" + slug)
                .put("title", inKorean ? titleInKorean : title)
                .put("status", status)
                .put("detail", inKorean ? detailInKorean : detail)
                .put("instance", path)
                .toBuffer();
    }

    static boolean inKorean(@Nullable String acceptLanguage) {
        return acceptLanguage != null && KOREAN.matcher(acceptLanguage).matches();
    }

    static String language(boolean inKorean) {
        return inKorean ? "ko" : "en";
    }

    void answer(HttpServerRequest request, String path) {
        var response = request.response();
        if (response.headWritten()) {
            response.reset();
            return;
        }
        boolean inKorean = inKorean(request.getHeader("accept-language"));
        response.setStatusCode(status)
                .putHeader("content-type", CONTENT_TYPE)
                .putHeader("content-language", language(inKorean));
        if (retryAfterS() > 0) {
            response.putHeader("retry-after", String.valueOf(retryAfterS()));
        }
        response.end(body(path, inKorean));
    }
}
