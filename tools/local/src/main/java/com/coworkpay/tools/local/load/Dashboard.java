package com.coworkpay.tools.local.load;

import com.coworkpay.tools.local.stack.DemoMerchants;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// The merchant cancels in KakaoPay's dashboard: without a word to us, and without our payload. Payments of the
/// merchant with a secret key.
public final class Dashboard {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI cancel;

    /// @param kakaopay the simulator
    public Dashboard(URI kakaopay) {
        this.cancel = kakaopay.resolve("/online/v1/payment/cancel");
    }

    /// Once, and not longer than people wait.
    ///
    /// @return whether KakaoPay said that it is done
    public boolean cancel(String tid, long amountKrw) throws IOException {
        var body = new JsonObject()
                .put("cid", DemoMerchants.SECRET_KEY_CID)
                .put("tid", tid)
                .put("cancel_amount", amountKrw)
                .put("cancel_tax_free_amount", 0);
        var request = HttpRequest.newBuilder(cancel)
                .timeout(LIMIT)
                .header("Authorization", "SECRET_KEY " + DemoMerchants.SECRET_KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
