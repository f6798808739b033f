package com.coworkpay.tools.local.chaos;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.load.Bearer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// An administrator who gives money back in parts, and a second one who answers what is above the limit.
final class AdministratorActor {
    private static final int MAX_REPEATS = 60;
    private static final Duration PAUSE = Duration.ofMillis(700);

    private final Http http;
    private final URI frontDoor;
    private final Bearer bearer;
    private final Bearer second;
    private final ExpectedOutcomes expected;

    AdministratorActor(Http http, URI frontDoor, Bearer bearer, Bearer second, ExpectedOutcomes expected) {
        this.http = http;
        this.frontDoor = frontDoor;
        this.bearer = bearer;
        this.second = second;
        this.expected = expected;
    }

    /// Up to three parts, each on the balance that the refund-service shows at that moment.
    void refundParts(String location, String payment, SplittableRandom random) {
        var refunds = frontDoor.resolve("/v1/locations/" + location + "/payments/" + payment + "/refunds");
        for (int part = random.nextInt(1, 4); part > 0; part--) {
            JsonObject ledger = ledger(refunds);
            long left = ledger == null ? 0 : ledger.getLong("balanceKrw");
            if (left == 0) {
                return;
            }
            refund(refunds, payment, random.nextLong(1, left + 1), left, random.nextInt(10));
        }
    }

    /// Of one payment, now. Whatever comes of it: all are compared in the end.
    void compare(String location, String payment) {
        var comparisons = frontDoor.resolve("/v1/locations/" + location + "/payments/" + payment + "/comparisons");
        try {
            http.send("POST", comparisons, headers(bearer), null);
        } catch (IOException notThere) {
            // Somebody is down.
        }
    }

    private @Nullable JsonObject ledger(URI refunds) {
        var answer = patiently(() -> http.send("GET", refunds, headers(bearer), null), 200);
        return answer == null ? null : answer.json();
    }

    private void refund(URI refunds, String payment, long amountKrw, long balanceKrw, int lot) {
        String key = UUID.randomUUID().toString();
        var body = new JsonObject()
                .put("amountKrw", amountKrw)
                .put("balanceKrw", balanceKrw)
                .put("reason", "ORDER_CHANGE");
        var answer = patiently(
                () -> {
                    var headers = new java.util.HashMap<>(headers(bearer));
                    headers.put("Idempotency-Key", key);
                    return http.send("POST", refunds, headers, body);
                },
                201);
        if (answer != null) {
            String id = answer.json().getString("refundId");
            expected.refunded(new ExpectedOutcomes.Refund(payment, id, amountKrw));
            if (answer.json().getString("status").equals("AWAITING_APPROVAL")) {
                answer(URI.create(refunds + "/" + id), id, amountKrw, lot);
            }
        }
    }

    /// Of ten, five are approved, two declined, one is taken back by its asker, two are left until the evening.
    private void answer(URI refund, String id, long amountKrw, int lot) {
        if (lot < 5) {
            answered(second, URI.create(refund + "/approval"), approval("APPROVED", amountKrw), id, true);
        } else if (lot < 7) {
            answered(second, URI.create(refund + "/approval"), approval("DECLINED", amountKrw), id, false);
        } else if (lot < 8) {
            answered(bearer, URI.create(refund + "/withdrawal"), new JsonObject(), id, false);
        }
    }

    private static JsonObject approval(String answer, long amountKrw) {
        return new JsonObject()
                .put("answer", answer)
                .put("amountKrw", amountKrw)
                .put("note", "checked");
    }

    private void answered(Bearer who, URI to, JsonObject body, String refund, boolean isApproved) {
        if (patiently(() -> http.send("POST", to, headers(who), body), 200) != null) {
            expected.answered(new ExpectedOutcomes.Answer(refund, isApproved));
        }
    }

    private static Map<String, String> headers(Bearer bearer) throws IOException {
        return Map.of("Authorization", bearer.header());
    }

    private interface Ask {
        Http.Answer make() throws IOException;
    }

    /// What was paid a moment ago may not have arrived at the refund-service.
    private static boolean isFinal(Http.Answer answer) {
        return (answer.status() == 409 && !answer.body().contains("payment-not-known-yet")) || answer.status() == 422;
    }

    /// The answer with this status; null if another final answer came, or none for a long time.
    private Http.@Nullable Answer patiently(Ask ask, int wanted) {
        for (int turn = 0; turn < MAX_REPEATS; turn++) {
            try {
                var answer = ask.make();
                if (answer.status() == wanted) {
                    return answer;
                }
                if (isFinal(answer)) {
                    return null;
                }
            } catch (IOException notThere) {
                // Asked again below.
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        expected.gaveUp();
        return null;
    }
}
