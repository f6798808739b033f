package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/// Where a payer is sent to pay an order: its checkout, made when there is none or the last one is too old.
final class Checkouts {
    /// Less than this and the payer would only just arrive.
    private static final int ENOUGH_MINUTES = 2;

    private final Suite suite;
    private final Store store;
    private final URI frontDoor;

    Checkouts(Suite suite, Store store, URI frontDoor) {
        this.suite = suite;
        this.store = store;
        this.frontDoor = frontDoor;
    }

    /// A checkout's address, or why there is none.
    sealed interface Made {
        record At(URI url) implements Made {}

        record Refused(String why) implements Made {}
    }

    Made of(Order order, Language language) {
        var until = order.checkoutUntil();
        if (order.checkoutUrl() != null
                && until != null
                && until.isAfter(Instant.now().plus(ENOUGH_MINUTES, ChronoUnit.MINUTES))) {
            return new Made.At(URI.create(order.checkoutUrl()));
        }
        try {
            String key = "portal-" + order.id() + "-" + (order.checkouts() + 1);
            var answer = suite.makeCheckout(order.location(), key, body(order), language);
            var json = Suite.json(answer);
            if (answer.status() != 201 || json == null) {
                return new Made.Refused(why(json, language));
            }
            String url = json.getString("checkoutUrl");
            store.change(
                    order.id(),
                    kept -> Objects.equals(kept.checkoutUrl(), url)
                            ? kept
                            : kept.withCheckout(url, Instant.parse(json.getString("expiresAt"))));
            return new Made.At(URI.create(url));
        } catch (IOException away) {
            return new Made.Refused(Texts.SUITE_AWAY.in(language));
        }
    }

    private static String why(@org.jspecify.annotations.Nullable JsonObject problem, Language language) {
        return problem == null || problem.getString("detail") == null
                ? Texts.SUITE_AWAY.in(language)
                : problem.getString("title") + ": " + problem.getString("detail");
    }

    /// Of the order alone, so that the same key always goes with the same body.
    private JsonObject body(Order order) {
        var body = new JsonObject()
                .put("payerId", order.payer().id())
                .put("ownerId", order.payer().id())
                .put("ownerRole", Cancellation.MEMBER)
                .put("payable", order.offer().payable(order.id(), order.slot(), Screen.ZONE))
                .put("description", order.description())
                .put("totalKrw", order.offer().krw())
                .put("taxFreeKrw", 0)
                .put("quantity", 1)
                .put("returnUrl", frontDoor + "/portal/bookings/" + order.id());
        var policy = order.offer().policy();
        if (policy != null) {
            body.put("policy", policy);
        }
        return body;
    }
}
