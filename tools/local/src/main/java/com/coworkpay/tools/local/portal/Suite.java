package com.coworkpay.tools.local.portal;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.load.Bearer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// CoworkPay as the portal's backend knows it: through the front door, with its machine token. What it asks and what it
/// gets is shown on the panel; a question that is asked again and again is shown when its answer is another one.
final class Suite {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Pattern ASKED_AT = Pattern.compile("\"at\":\"[^\"]*\"");
    private static final String LOCATIONS = "/v1/locations/";

    private final Http http = new Http();
    private final URI frontDoor;
    private final Bearer portal;
    private final Store store;
    private final ExecutorService asking;
    private final Map<String, Integer> lastAnswers = new ConcurrentHashMap<>();

    Suite(URI frontDoor, Bearer portal, Store store, ExecutorService asking) {
        this.frontDoor = frontDoor;
        this.portal = portal;
        this.store = store;
        this.asking = asking;
    }

    /// The answer as it is; the same key may be sent again.
    Http.Answer makeCheckout(String location, String key, JsonObject body, Language language) throws IOException {
        String path = LOCATIONS + location + "/checkouts";
        var headers = new LinkedHashMap<>(headers(language));
        headers.put("Idempotency-Key", key);
        var answer = http.send("POST", frontDoor.resolve(path), headers, body);
        store.said(new Exchange(
                Instant.now(),
                Exchange.Kind.REST,
                "POST " + path,
                String.valueOf(answer.status()),
                "Authorization: Bearer … (client portal)\nIdempotency-Key: " + key + "\n\n" + Exchange.shown(body),
                shownBody(answer)));
        return answer;
    }

    /// A member's payments at a location, newest first.
    Future<Optional<JsonObject>> payments(String location, Member payer, Language language) {
        return ask(LOCATIONS + location + "/payments?limit=200&payerId=" + encoded(payer.id()), language);
    }

    /// What would come back now.
    Future<Optional<JsonObject>> preview(Order order, String paymentId, Language language) {
        String more = order.offer() == Offer.BEANS ? "&orderState=" + order.orderState() : "";
        return ask(
                LOCATIONS + order.location() + "/payments/" + encoded(paymentId) + "/refunds/preview?cancelledByRole="
                        + Cancellation.MEMBER + more,
                language);
    }

    /// For what KakaoPay is offered at a location, and why not.
    Future<Optional<JsonObject>> paymentMethods(String location, Language language) {
        return ask(LOCATIONS + location + "/payment-methods", language);
    }

    private Future<Optional<JsonObject>> ask(String path, Language language) {
        return asking.submit(() -> {
            var answer = http.send("GET", frontDoor.resolve(path), headers(language), null);
            show(path, answer);
            return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
        });
    }

    /// Empty where nobody says it in time: a page shows what it has.
    static Optional<JsonObject> known(Future<Optional<JsonObject>> asked) {
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// A preview says when it was asked; that alone is no other answer.
    private void show(String path, Http.Answer answer) {
        int now = (answer.status() + ASKED_AT.matcher(answer.body()).replaceAll("")).hashCode();
        Integer before = lastAnswers.put(path, now);
        if (before == null || before != now) {
            store.said(new Exchange(
                    Instant.now(),
                    Exchange.Kind.REST,
                    "GET " + path,
                    String.valueOf(answer.status()),
                    "Authorization: Bearer … (client portal)",
                    shownBody(answer)));
        }
    }

    private static String shownBody(Http.Answer answer) {
        var json = json(answer);
        return json == null ? Exchange.shown(answer.body()) : Exchange.shown(json);
    }

    /// Null where it is none.
    static @Nullable JsonObject json(Http.Answer answer) {
        try {
            return answer.body().isBlank() ? null : answer.json();
        } catch (DecodeException noJson) {
            return null;
        }
    }

    private Map<String, String> headers(Language language) throws IOException {
        return Map.of("Authorization", portal.header(), "Accept-Language", language.code());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
