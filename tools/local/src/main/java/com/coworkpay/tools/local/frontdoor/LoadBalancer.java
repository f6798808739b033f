package com.coworkpay.tools.local.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Which process of a service gets a request: those that say they are ready, in turns.
///
/// A process that is about to end says first that it is not ready, and serves on for a moment: until then it must have
/// been asked again, so it is asked twice a second. Where none is ready all are tried, since one that is asked knows
/// best what to say. A connection that is refused has sent nothing, so the next process may have the request. A service
/// of one process is never asked: there is nothing to choose.
final class LoadBalancer implements OriginRequestProvider, AutoCloseable {
    static final long ASK_EVERY_MS = 500;
    private static final long TIMEOUT_MS = 2_000;
    private static final long NO_TIMER = -1;
    private static final String READY = "/q/health/ready";
    private static final String BACKEND = "backend";

    private final List<Backend> backends;
    private final HttpClient client;
    private final Vertx vertx;
    private final AtomicInteger turn = new AtomicInteger();
    private final long timer;

    LoadBalancer(Upstream upstream, HttpClient client, Vertx vertx) {
        this.backends = upstream.ports().stream().map(Backend::new).toList();
        this.client = client;
        this.vertx = vertx;
        this.timer = hasChoice() ? vertx.setPeriodic(ASK_EVERY_MS, tick -> backends.forEach(this::ask)) : NO_TIMER;
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }

    final boolean hasChoice() {
        return backends.size() > 1;
    }

    /// The process that got this request broke off: others have the next ones until it says that it is ready.
    static void brokeOff(ProxyContext context) {
        var backend = context.get(BACKEND, Backend.class);
        if (backend != null) {
            backend.ready(false);
        }
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        return connect(context, inTurn(), 0);
    }

    private Future<HttpClientRequest> connect(ProxyContext context, List<Backend> candidates, int index) {
        var backend = candidates.get(index);
        context.set(BACKEND, backend);
        return client.request(new RequestOptions().setHost("localhost").setPort(backend.port()))
                .recover(failure -> {
                    if (!(failure instanceof ConnectException)) {
                        return Future.failedFuture(failure);
                    }
                    backend.ready(false);
                    return index + 1 < candidates.size()
                            ? connect(context, candidates, index + 1)
                            : Future.failedFuture(failure);
                });
    }

    private List<Backend> inTurn() {
        int first = Math.floorMod(turn.getAndIncrement(), backends.size());
        var candidates = new ArrayList<Backend>(backends.subList(first, backends.size()));
        candidates.addAll(backends.subList(0, first));
        candidates.sort((one, other) -> Boolean.compare(other.isReady(), one.isReady()));
        return candidates;
    }

    private void ask(Backend backend) {
        if (!backend.beginAsking()) {
            return;
        }
        var question = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("localhost")
                .setPort(backend.port())
                .setURI(READY)
                .setTimeout(TIMEOUT_MS);
        client.request(question)
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.body().map(body -> answer.statusCode() == 200))
                .onComplete(ready -> backend.answered(ready.succeeded() && ready.result()));
    }
}
