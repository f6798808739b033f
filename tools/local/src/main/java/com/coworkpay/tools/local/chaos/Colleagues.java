package com.coworkpay.tools.local.chaos;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.load.Bearer;
import com.coworkpay.tools.local.stack.LocalStack;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What people do in the evening: the second person goes through what still waits for approval, and everything is
/// compared with KakaoPay.
final class Colleagues {
    private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MAX_REPEATS = 60;

    /// Above what a cancel in the dashboard takes whose effect is late.
    private static final Duration LATE = Duration.ofSeconds(6);

    private final LocalStack stack;
    private final Http http;
    private final Bearer second;
    private final List<String> locations;

    Colleagues(LocalStack stack, Http http, Bearer second, List<String> locations) {
        this.stack = stack;
        this.http = http;
        this.second = second;
        this.locations = locations;
    }

    private record Waiting(String id, String payment, String location, long amountKrw) {}

    /// @return how many waited
    int approveWhatWaits() throws IOException, SQLException {
        var waiting = waiting();
        int waited = waiting.size();
        var deadline = Instant.now().plus(LIMIT);
        while (!waiting.isEmpty() && Instant.now().isBefore(deadline)) {
            for (Waiting each : waiting) {
                approve(each);
            }
            waiting = waiting();
        }
        return waited;
    }

    /// One that expires or changes in this moment is refused.
    private void approve(Waiting waiting) throws IOException {
        var body = new JsonObject().put("answer", "APPROVED").put("amountKrw", waiting.amountKrw());
        send(
                "POST",
                "/v1/locations/%s/payments/%s/refunds/%s/approval"
                        .formatted(waiting.location(), waiting.payment(), waiting.id()),
                Map.of(),
                body);
    }

    private List<Waiting> waiting() throws SQLException {
        return LedgerSnapshot.rows(
                        stack,
                        "refund",
                        "select id, payment_id, location_id, amount_krw from refund where status = 'AWAITING_APPROVAL'",
                        row -> new Waiting(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .stream()
                .filter(each -> locations.contains(each.location()))
                .toList();
    }

    /// Everything that was paid, from yesterday on; returns when it is over.
    ///
    /// @param quietSince when the last cancel in the dashboard was made
    /// @return how much was found that had been made outside, in won
    long compareAll(Instant quietSince) throws IOException {
        while (Instant.now().isBefore(quietSince.plus(LATE))) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        long outsideKrw = 0;
        for (String location : locations) {
            outsideKrw += compared(location).getLong("outsideKrw");
        }
        return outsideKrw;
    }

    private JsonObject compared(String location) throws IOException {
        var today = LocalDate.now(ZONE);
        var days = new JsonObject().put("from", today.minusDays(1).toString()).put("to", today.toString());
        String path = "/v1/locations/" + location + "/comparisons";
        var begun =
                send("POST", path, Map.of("Idempotency-Key", UUID.randomUUID().toString()), days);
        if (begun.status() != 201) {
            throw new IOException("a comparison does not begin: " + begun.status() + " " + begun.body());
        }
        var deadline = Instant.now().plus(LIMIT);
        var comparison = begun.json();
        while (!comparison.getString("status").equals("DONE")) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("a comparison does not end: " + comparison.encode());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            comparison = send("GET", path + "/" + comparison.getString("comparisonId"), Map.of(), null)
                    .json();
        }
        return comparison;
    }

    /// An answer of somebody who was there: what was restarted last may still be starting.
    private Http.Answer send(String method, String path, Map<String, String> headers, @Nullable JsonObject body)
            throws IOException {
        var all = new HashMap<>(headers);
        all.put("Authorization", second.header());
        var uri = stack.addresses().frontDoor().resolve(path);
        var answer = http.send(method, uri, all, body);
        for (int again = 0; answer.status() >= 500 && again < MAX_REPEATS; again++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = http.send(method, uri, all, body);
        }
        return answer;
    }
}
