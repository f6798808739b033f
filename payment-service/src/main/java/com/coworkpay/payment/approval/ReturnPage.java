package com.coworkpay.payment.approval;

import com.coworkpay.platform.problem.Language;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.problem.Unavailability;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/// What a payer sees who comes back from KakaoPay and cannot be sent on now, as while the database is away: a page that
/// asks again by itself, in the place of problem details. Visited again it approves what was not approved, once.
final class ReturnPage {

    private static final Logger LOG = Logger.getLogger(ReturnPage.class);

    private static final String ENGLISH = page(
            "en",
            "One moment",
            "The result cannot be read now, and is asked for again every five seconds. Leave this page open, or load it again.",
            "Nothing is lost. Do not pay a second time: if you have paid, this page will show it.");
    private static final String KOREAN = page(
            "ko",
            "잠시만 기다려 주세요",
            "지금 결과를 확인할 수 없어 5초마다 다시 확인합니다. 그대로 두거나 새로 고쳐 주세요.",
            "사라진 것은 없습니다. 다시 결제하지 마세요. 이미 결제했다면 이 페이지에 표시됩니다.");

    private ReturnPage() {}

    /// It is no fault of the request, and a browser asks.
    static boolean isFor(Throwable failure, HttpHeaders headers) {
        String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML)
                && !(failure instanceof ProblemException problem
                        && problem.type().status() < 500);
    }

    static Response of(Throwable failure, HttpHeaders headers) {
        if (Unavailability.isMeantBy(failure)) {
            LOG.warnf(
                    "A payer's way back was answered with 503: %s",
                    failure.getClass().getName());
        } else {
            LOG.error("A payer's way back failed", failure);
        }
        Language language = Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.status(503)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Language", language.tag())
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .header("Retry-After", "5")
                .entity(language == Language.KOREAN ? KOREAN : ENGLISH)
                .build();
    }

    private static String page(String language, String title, String what, String money) {
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="refresh" content="5"><title>%s</title></head>
                <body><h1>%s</h1><p>%s</p><p>%s</p></body></html>
                """.formatted(language, title, title, what, money);
    }
}
