package com.coworkpay.kakaopay.connector;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/// One HTTP request to KakaoPay and how far it came.
///
/// The line between "surely not sent" and "perhaps sent" is drawn by Vert.x itself: [HttpClient#request] gives a
/// request object once a connection stands (name, TCP and TLS handshake done, place in the pool found), and no byte
/// of *this* request is written before. So a failure of that step is [Transmission.NeverSent], any later one is
/// [Transmission.NoAnswer] — also when a kept-alive connection turns out to have been closed by the other side: the
/// write may have arrived before the close. Nothing is ever sent twice, no redirect is followed, no answer is
/// decompressed.
///
/// That is why this is the HttpClient and not the WebClient: the latter folds both steps into one failure, follows
/// redirects unless told otherwise, and buffers bodies of any size.
final class HttpExchange implements AutoCloseable {

    private final Vertx vertx;
    private final HttpClient http;
    private final KakaoPaySettings settings;

    HttpExchange(Vertx vertx, KakaoPaySettings settings) {
        this.vertx = vertx;
        this.settings = settings;
        int connectTimeoutMs = Math.toIntExact(settings.connectTimeout().toMillis());
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(connectTimeoutMs)
                        .setSslHandshakeTimeout(connectTimeoutMs)
                        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(
                                Math.toIntExact(Math.max(1, settings.keepAlive().toSeconds())))
                        .setMaxWaitQueueSize(settings.maxConnections())
                        .setPipelining(false)
                        .setVerifyHost(true)
                        .setTrustAll(false)
                        .setDecompressionSupported(false)
                        .setName("kakaopay"),
                new PoolOptions().setHttp1MaxSize(settings.maxConnections()));
    }

    /// Sends once for each subscription. Cancelling the subscription loses the answer but never aborts the request:
    /// an aborted approve would be an unknown one. Never fails.
    Uni<Transmission> post(URI base, String path, String contentType, String authorization, Buffer body) {
        return Uni.createFrom().emitter(answer -> {
            SingleCompletion<Transmission> once = new SingleCompletion<>(answer::complete);
            http.request(options(base, path, contentType, authorization))
                    .onFailure(failure -> once.complete(new Transmission.NeverSent(ConnectFailure.reason(failure))))
                    .onSuccess(request -> send(request, body, once));
        });
    }

    private RequestOptions options(URI base, String path, String contentType, String authorization) {
        boolean isTls = "https".equalsIgnoreCase(base.getScheme());
        int port = base.getPort() >= 0 ? base.getPort() : isTls ? 443 : 80;
        String prefix = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(base.getHost())
                .setPort(port)
                .setSsl(isTls)
                .setURI(prefix + path)
                .setFollowRedirects(false)
                .setConnectTimeout(settings.connectTimeout().toMillis())
                .putHeader("Authorization", authorization)
                .putHeader("Content-Type", contentType)
                .putHeader("Accept", "application/json");
    }

    private void send(HttpClientRequest request, Buffer body, SingleCompletion<Transmission> once) {
        long timer = vertx.setTimer(settings.readTimeout().toMillis(), id -> {
            once.complete(new Transmission.NoAnswer(UnknownReason.TIMEOUT));
            request.reset();
        });
        once.whenComplete(() -> vertx.cancelTimer(timer));
        request.exceptionHandler(failure -> once.complete(new Transmission.NoAnswer(UnknownReason.CONNECTION_LOST)));
        request.send(body)
                .onFailure(failure -> once.complete(new Transmission.NoAnswer(UnknownReason.CONNECTION_LOST)))
                .onSuccess(response -> CappedBody.read(response, settings.maxBodyBytes(), once));
    }

    @Override
    public void close() {
        http.close();
    }
}
