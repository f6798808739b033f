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

/// An administrator who gives money back in parts.
final class AdministratorActor {
    private static final int MAX_REPEATS = 60;
    private static final Duration PAUSE = Duration.ofMillis(700);

    private final Http http;
    private final URI frontDoor;
    private final Bearer bearer;
    private final ExpectedOutcomes expected;

    AdministratorActor(Http http, URI frontDoor, Bearer bearer, ExpectedOutcomes expected) {
        this.http = http;
        this.frontDoor = frontDoor;
        this.bearer = bearer;
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
            refund(refunds, payment, random.nextLong(1, left + 1), left);
        }
    }

    private @Nullable JsonObject ledger(URI refunds) {
        var answer = patiently(() -> http.send("GET", refunds, headers(), null), 200);
        return answer == null ? null : answer.json();
    }

    private void refund(URI refunds, String payment, long amountKrw, long balanceKrw) {
        String key = UUID.randomUUID().toString();
        var body = new JsonObject()
                .put("amountKrw", amountKrw)
                .put("balanceKrw", balanceKrw)
                .put("reason", "ORDER_CHANGE");
        var answer = patiently(
                () -> {
                    var headers = new java.util.HashMap<>(headers());
                    headers.put("Idempotency-Key", key);
                    return http.send("POST", refunds, headers, body);
                },
                201);
        if (answer != null) {
            expected.refunded(new ExpectedOutcomes.Refund(payment, answer.json().getString("refundId"), amountKrw));
        }
    }

    private Map<String, String> headers() throws IOException {
        return Map.of("Authorization", bearer.header());
    }

    private interface Ask {
        Http.Answer make() throws IOException;
    }

    /// The answer with this status; null if another final answer came, or none for a long time.
    private Http.@Nullable Answer patiently(Ask ask, int wanted) {
        for (int turn = 0; turn < MAX_REPEATS; turn++) {
            try {
                var answer = ask.make();
                if (answer.status() == wanted) {
                    return answer;
                }
                if (answer.status() == 409 || answer.status() == 422) {
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
