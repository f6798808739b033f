package com.coworkpay.kakaopay.simulator;

import com.coworkpay.kakaopay.simulator.control.FaultBatch;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Drives a simulator over HTTP, in this JVM or another: its control API, and what a payer would click.
///
/// Blocking; for tests, the demo and the local stack. Anything but a success throws [IllegalStateException]
/// with the simulator's reason.
public final class SimulatorControl {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI base;
    private final ObjectMapper json = Json.mapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public SimulatorControl(URI base) {
        this.base = URI.create(base.toString().replaceAll("/+$", ""));
    }

    // ---- merchants

    /// Adds or replaces the merchant of this CID.
    public void merchant(Merchant merchant) {
        call("PUT", "/control/merchants", merchant);
    }

    public List<Merchant> merchants() {
        return read(call("GET", "/control/merchants", null), new TypeReference<>() {});
    }

    /// Kills a key at once wherever it is accepted, as issuing a new one does at KakaoPay.
    public void revokeKey(String key) {
        call("DELETE", "/control/keys/" + encode(key), null);
    }

    /// Calls a day for this CID, counted since the simulator started; null lifts the limit.
    public void quota(String cid, @Nullable Integer callsPerDay) {
        Merchant merchant = merchants().stream()
                .filter(m -> m.cid().equals(cid))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no merchant " + cid));
        merchant(merchant.quota(callsPerDay));
    }

    // ---- the payer

    /// Pays on the page behind a redirect URL. Returns where the browser is sent, normally approval_url with
    /// `pg_token`, without going there.
    public String pay(String redirectUrl, Method method) {
        return method == Method.CARD
                ? payByCard(redirectUrl, CardCompany.SHINHAN)
                : location(post(redirectUrl, "confirm", "method=MONEY"));
    }

    public String payByCard(String redirectUrl, CardCompany card) {
        return location(post(redirectUrl, "confirm", "method=CARD&card=" + card.name()));
    }

    /// Picks a method and stops there (SELECT_METHOD).
    public void choose(String redirectUrl, Method method) {
        location(post(redirectUrl, "choose", "method=" + method.name() + "&card=SHINHAN"));
    }

    /// Presses the page's cancel button. Returns where the browser is sent, normally cancel_url.
    public String abort(String redirectUrl) {
        return location(post(redirectUrl, "quit", ""));
    }

    /// Types a wrong password so many times.
    public void wrongPassword(String redirectUrl, int times) {
        for (int i = 0; i < times; i++) {
            location(post(redirectUrl, "wrong-password", ""));
        }
    }

    /// Opens the page; its HTML.
    public String open(String redirectUrl) {
        return send(HttpRequest.newBuilder(URI.create(redirectUrl)).GET()).body();
    }

    // ---- faults

    /// Plays a fault on the next calls that fit; the id is for [#release] and [#holding].
    public long fault(Fault fault) {
        return call("POST", "/control/faults", fault).path("id").asLong();
    }

    /// Lets go the calls held by this fault now.
    public int release(long faultId) {
        return call("POST", "/control/faults/" + faultId + "/release", null)
                .path("released")
                .asInt();
    }

    /// Whether a call is being held by this fault now.
    public boolean holding(long faultId) {
        return call("GET", "/control/faults/" + faultId, null).path("holding").asBoolean();
    }

    /// Faults by lot on every endpoint.
    public void randomFaults(long seed, Map<FaultKind, Integer> permilleByKind) {
        randomFaults(
                seed,
                permilleByKind.entrySet().stream()
                        .map(e -> RandomFault.of(e.getKey(), e.getValue()))
                        .toList());
    }

    public void randomFaults(long seed, RandomFault... rules) {
        randomFaults(seed, Arrays.asList(rules));
    }

    public void randomFaults(long seed, List<RandomFault> rules) {
        call("PUT", "/control/random-faults", new FaultBatch(seed, rules));
    }

    /// Forgets all faults, ordered and by lot; calls held now stay held.
    public void clearFaults() {
        call("DELETE", "/control/faults", null);
    }

    /// Moves the clock of a TID forward, for its expiry and its cancel window.
    public void shiftClock(String tid, Duration forward) {
        call("POST", "/control/tids/" + encode(tid) + "/clock?forward=" + encode(forward.toString()), null);
    }

    /// How answers are written from now on, to all merchants that have no shape of their own.
    public void answers(AnswerShape shape) {
        call("PUT", "/control/answers?shape=" + shape.name(), null);
    }

    /// How answers to this merchant are written from now on.
    public void answers(String cid, AnswerShape shape) {
        call("PUT", "/control/answers?shape=" + shape.name() + "&cid=" + encode(cid), null);
    }

    /// Answers by a recording of `kakaopay-check` from now on, also after a [#reset].
    ///
    /// @return the names of the steps that cannot be imitated
    public List<String> recording(String recording) {
        return read(call("PUT", "/control/recording", read(recording)).path("notImitated"), new TypeReference<>() {});
    }

    public void forgetRecording() {
        call("DELETE", "/control/recording", null);
    }

    // ---- what happened

    /// Everything that happened, oldest first.
    public List<Effect> ledger() {
        List<Effect> all = new ArrayList<>();
        while (true) {
            long after = all.isEmpty() ? 0 : all.getLast().sequence();
            List<Effect> more = read(call("GET", "/control/ledger?after=" + after, null), new TypeReference<>() {});
            if (more.isEmpty()) {
                return all;
            }
            all.addAll(more);
        }
    }

    /// Everything that happened to TIDs of this order id, oldest first.
    public List<Effect> ledger(String orderId) {
        return read(call("GET", "/control/ledger?orderId=" + encode(orderId), null), new TypeReference<>() {});
    }

    /// Effects of one kind on this order id.
    public List<Effect> ledger(String orderId, EffectKind kind) {
        return ledger(orderId).stream().filter(e -> e.kind() == kind).toList();
    }

    /// API calls received for this order id, oldest first, of the last 50 000.
    public List<Call> calls(String orderId) {
        return read(call("GET", "/control/calls?orderId=" + encode(orderId), null), new TypeReference<>() {});
    }

    /// The last 50 000 API calls.
    public List<Call> calls() {
        return read(call("GET", "/control/calls", null), new TypeReference<>() {});
    }

    /// Forgets ledger, TIDs, faults and calls; merchants and shapes are again those of the settings.
    public void reset() {
        call("POST", "/control/reset", null);
    }

    // ---- plumbing

    private HttpResponse<String> post(String redirectUrl, String action, String form) {
        return send(HttpRequest.newBuilder(URI.create(redirectUrl).resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(
                        "the payer's page answered " + response.statusCode() + ": " + response.body()));
    }

    private JsonNode call(String method, String path, @Nullable Object body) {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(write(body));
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(method, publisher));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return read(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(JsonNode node, TypeReference<T> type) {
        return json.convertValue(node, type);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
