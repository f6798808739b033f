package com.coworkpay.tools.local.load;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.stack.DemoMerchants;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Registers locations and connects them to the ready-made merchants.
public final class Merchants {
    private static final int MAX_REPEATS = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// Above what anybody pays here: no refund waits for a second person.
    private static final long NO_LIMIT_KRW = 100_000_000;

    private final Http http;
    private final TokenClient callers;
    private final URI integration;

    public Merchants(Http http, TokenClient callers, URI integration) {
        this.http = http;
        this.callers = callers;
        this.integration = integration;
    }

    /// The first by secret key, the second by admin key, and so on in turns.
    public void connectOneOfEachApi(List<String> locations) throws IOException {
        connectOneOfEachApi(locations, NO_LIMIT_KRW);
    }

    /// @param approvalLimitKrw above it, a refund waits for a second person
    public void connectOneOfEachApi(List<String> locations, long approvalLimitKrw) throws IOException {
        for (int index = 0; index < locations.size(); index++) {
            register(locations.get(index), approvalLimitKrw);
            connect(locations.get(index), index % 2 == 0);
        }
    }

    private void register(String location, long approvalLimitKrw) throws IOException {
        put(
                callers.machine("booking-system"),
                "/v1/locations/" + location,
                new JsonObject()
                        .put("title", "Load " + location)
                        .put("timezone", "Asia/Seoul")
                        .put("locale", "ko")
                        .put("refundApprovalLimitKrw", approvalLimitKrw));
    }

    private void connect(String location, boolean bySecretKey) throws IOException {
        put(
                callers.person("minji", "location:" + location),
                "/v1/locations/" + location + "/kakaopay/connection",
                new JsonObject()
                        .put("credentialKind", bySecretKey ? "SECRET_KEY" : "ADMIN_KEY")
                        .put("key", bySecretKey ? DemoMerchants.SECRET_KEY : DemoMerchants.ADMIN_KEY)
                        .put("cid", bySecretKey ? DemoMerchants.SECRET_KEY_CID : DemoMerchants.ADMIN_KEY_CID));
    }

    /// On a busy machine KakaoPay may seem unavailable; asked to come again, it comes again.
    private void put(String token, String path, JsonObject body) throws IOException {
        var headers = Map.of("Authorization", "Bearer " + token);
        var answer = http.send("PUT", integration.resolve(path), headers, body);
        for (int again = 0; answer.status() == 503 && again < MAX_REPEATS; again++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = http.send("PUT", integration.resolve(path), headers, body);
        }
        if (answer.status() / 100 != 2) {
            throw new IOException("expected success, got " + answer.status() + " " + answer.body());
        }
    }
}
