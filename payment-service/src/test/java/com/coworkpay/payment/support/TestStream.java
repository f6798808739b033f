package com.coworkpay.payment.support;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// A browser's event source: the lines that came, until it is closed or the stream ends.
public final class TestStream implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse.ResponseInfo> head = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription subscription;

    private TestStream() {}

    public static TestStream open(String path, @Nullable String token, @Nullable String lastEventId) {
        TestStream stream = new TestStream();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Accept", "text/event-stream");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var _ = stream.client
                .sendAsync(request.build(), info -> {
                    stream.head.complete(info);
                    return HttpResponse.BodySubscribers.fromLineSubscriber(stream.new Lines());
                })
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        stream.head.completeExceptionally(failure);
                    }
                    stream.end.complete(null);
                });
        return stream;
    }

    public int status() {
        return info().statusCode();
    }

    public @Nullable String header(String name) {
        return info().headers().firstValue(name).orElse(null);
    }

    private HttpResponse.ResponseInfo info() {
        try {
            return head.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("no answer", e);
        }
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /// What follows a field's name.
    public List<String> all(String field) {
        return lines.stream()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).strip())
                .toList();
    }

    public boolean hasEnded() {
        return end.isDone();
    }

    public boolean endsWithin(Duration time) {
        try {
            end.get(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException e) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// As a browser that is closed: the connection is gone.
    @Override
    public void close() {
        Flow.Subscription its = subscription;
        if (its != null) {
            its.cancel();
        }
        client.shutdownNow();
    }

    private final class Lines implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription itsOwn) {
            subscription = itsOwn;
            itsOwn.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable failure) {
            end.complete(null);
        }

        @Override
        public void onComplete() {
            end.complete(null);
        }
    }
}
