package com.coworkpay.tools.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A plain HTTP caller for this module's own programs. It follows no redirects.
public final class Http {
    /// Above the front door's own patience with an approval (15 seconds at KakaoPay).
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Witness witness;

    public Http() {
        this((request, answer, failure) -> {});
    }

    /// @param witness sees what becomes of every request
    public Http(Witness witness) {
        this.witness = witness;
    }

    /// Sees what becomes of requests; called by several threads.
    public interface Witness {
        /// @param answer null if there was none
        /// @param failure why there was none
        void exchanged(HttpRequest request, @Nullable Answer answer, @Nullable IOException failure);
    }

    /// An answer: its status, its headers, and its body as text.
    public record Answer(int status, Map<String, java.util.List<String>> headers, String body) {
        public JsonObject json() {
            return new JsonObject(body);
        }

        public @Nullable String header(String name) {
            var values = headers.get(name);
            return values == null || values.isEmpty() ? null : values.getFirst();
        }
    }

    public Answer send(String method, URI uri, Map<String, String> headers, @Nullable JsonObject body)
            throws IOException {
        var request = HttpRequest.newBuilder(uri).timeout(LIMIT);
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body.encode()));
        }
        return send(request.build());
    }

    public Answer form(URI uri, Map<String, String> fields) throws IOException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.headers().map(), response.body());
            witness.exchanged(request, answer, null);
            return answer;
        } catch (IOException failed) {
            witness.exchanged(request, null, failed);
            throw failed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
