package com.coworkpay.tools.local.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;

/// The way of one request to its service and of the answer back, streamed in both directions.
///
/// A request that was sent is never sent again, unless it only reads (GET, HEAD) and another process can have it: what
/// a broken connection did to a POST nobody knows.
final class ProxyHandler implements ProxyInterceptor {
    private final long maxBodyBytes;
    private final boolean isFirst;
    private final LoadBalancer balance;

    private ProxyHandler(LoadBalancer balance, long maxBodyBytes, boolean isFirst) {
        this.balance = balance;
        this.maxBodyBytes = maxBodyBytes;
        this.isFirst = isFirst;
    }

    /// From the outside: what callers say of who asked is replaced by what is known here.
    static HttpProxy fromOutside(LoadBalancer balance, HttpClient client, long maxBodyBytes) {
        return to(balance, client, new ProxyHandler(balance, maxBodyBytes, true));
    }

    /// From one service to another: nothing is added.
    static HttpProxy inside(LoadBalancer balance, HttpClient client, long maxBodyBytes) {
        return to(balance, client, new ProxyHandler(balance, maxBodyBytes, false));
    }

    private static HttpProxy to(LoadBalancer balance, HttpClient client, ProxyHandler passage) {
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(balance)
                .addInterceptor(passage);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        if (isFirst) {
            addForwardedHeaders(request);
        }
        boundBody(request);
        return context.sendRequest()
                .recover(
                        failure -> mayGoElsewhere(request, failure) ? elsewhere(context) : Future.failedFuture(failure))
                .recover(failure -> Future.succeededFuture(answerFor(request, failure)));
    }

    private boolean mayGoElsewhere(ProxyRequest request, Throwable failure) {
        var method = request.getMethod();
        return balance.hasChoice()
                && (method == HttpMethod.GET || method == HttpMethod.HEAD)
                && !(failure instanceof ConnectException)
                && request.getBody().length() <= 0
                && request.headers().get("transfer-encoding") == null
                && !request.proxiedRequest().response().headWritten();
    }

    private static Future<ProxyResponse> elsewhere(ProxyContext context) {
        LoadBalancer.brokeOff(context);
        context.request().setBody(Body.body(Buffer.buffer()));
        return context.sendRequest();
    }

    /// What the caller says of itself here is dropped: this is the first proxy there is.
    private static void addForwardedHeaders(ProxyRequest request) {
        var outer = request.proxiedRequest();
        var headers = request.headers();
        headers.remove("forwarded");
        headers.set("x-forwarded-for", outer.remoteAddress().hostAddress());
        headers.set("x-forwarded-proto", "http");
        var authority = outer.authority();
        if (authority != null) {
            headers.set("x-forwarded-host", authority.toString());
            headers.set("x-forwarded-port", String.valueOf(authority.port() > 0 ? authority.port() : 80));
        }
    }

    private void boundBody(ProxyRequest request) {
        var body = request.getBody();
        if (body != null && body.length() < 0) {
            var outer = request.proxiedRequest();
            request.setBody(Body.body(new BoundedBody(body.stream(), maxBodyBytes, () -> refuseTooLarge(outer))));
        }
    }

    private static void refuseTooLarge(HttpServerRequest request) {
        request.response().putHeader("connection", "close");
        Problem.TOO_LARGE.answer(request, request.path());
    }

    private static ProxyResponse answerFor(ProxyRequest request, Throwable failure) {
        var problem = failure instanceof ConnectException ? Problem.UNAVAILABLE : Problem.NO_ANSWER;
        var response = request.release().response();
        response.setStatusCode(problem.status());
        boolean inKorean = Problem.inKorean(request.proxiedRequest().getHeader("accept-language"));
        boolean isPage = AwayPage.isFor(request.proxiedRequest());
        response.putHeader("content-type", isPage ? AwayPage.CONTENT_TYPE : Problem.CONTENT_TYPE);
        if (isPage) {
            response.putHeader("content-security-policy", AwayPage.POLICY);
            response.putHeader("referrer-policy", "no-referrer");
            response.putHeader("cache-control", "no-store");
        }
        response.putHeader("content-language", Problem.language(inKorean));
        response.putHeader("retry-after", String.valueOf(problem.retryAfterS()));
        response.setBody(Body.body(
                isPage
                        ? AwayPage.body(inKorean)
                        : problem.body(request.proxiedRequest().path(), inKorean)));
        return response;
    }
}
