package com.coworkpay.tools.local.frontdoor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/// What a person sees of a page whose service does not answer: a page that asks again by itself, in the place of
/// problem details. The payer's way back from KakaoPay is one: visited again it approves what was not approved, once.
/// The words are those of `nginx.conf` of the composition.
final class AwayPage {
    static final String CONTENT_TYPE = "text/html; charset=utf-8";
    static final String POLICY = "default-src 'none'; frame-ancestors 'none'";

    private static final Pattern PAGES = Pattern.compile("/v1/return/.*|/checkout/.*|/console(?:/.*)?");

    private static final String ENGLISH =
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta http-equiv=\"refresh\" content=\"5\"><title>One moment</title></head><body><h1>One moment</h1><p>This page does not answer now, and is asked again every five seconds. Leave it open, or load it again.</p><p>Nothing is lost. Do not pay a second time: if you have paid, this page will show it.</p></body></html>";
    private static final String KOREAN =
            "<!doctype html><html lang=\"ko\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta http-equiv=\"refresh\" content=\"5\"><title>잠시만 기다려 주세요</title></head><body><h1>잠시만 기다려 주세요</h1><p>지금 페이지가 응답하지 않아 5초마다 다시 확인합니다. 그대로 두거나 새로 고쳐 주세요.</p><p>사라진 것은 없습니다. 다시 결제하지 마세요. 이미 결제했다면 이 페이지에 표시됩니다.</p></body></html>";

    private AwayPage() {}

    /// A browser asks for a whole page.
    static boolean isFor(HttpServerRequest request) {
        String accept = request.getHeader("accept");
        return request.method() == HttpMethod.GET
                && accept != null
                && accept.contains("text/html")
                && request.getHeader("hx-request") == null
                && PAGES.matcher(request.path()).matches();
    }

    static Buffer body(boolean inKorean) {
        return Buffer.buffer(inKorean ? KOREAN : ENGLISH);
    }
}
