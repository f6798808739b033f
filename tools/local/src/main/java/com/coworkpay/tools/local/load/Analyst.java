package com.coworkpay.tools.local.load;

import com.coworkpay.tools.local.Http;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

/// Reads the Transactions report.
public final class Analyst {
    private static final int PAGE = 200;

    private final Http http;
    private final URI base;
    private final Bearer bearer;

    /// @param base the front door, or reporting-service itself
    public Analyst(Http http, URI base, Bearer bearer) {
        this.http = http;
        this.base = base;
        this.bearer = bearer;
    }

    /// The answer as it is.
    public Http.Answer transaction(String location, String id) throws IOException {
        return get("/v1/locations/" + location + "/transactions/" + id);
    }

    /// The answer as it is.
    public Http.Answer totals(String location) throws IOException {
        return get("/v1/locations/" + location + "/transactions/totals");
    }

    /// The file as it is.
    public Http.Answer csv(String location, String language) throws IOException {
        return get("/v1/locations/" + location + "/transactions.csv?lang=" + language);
    }

    /// Every row of a location, page by page.
    public void each(String location, Consumer<JsonObject> reader) throws IOException {
        String cursor = null;
        do {
            String behind = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
            var answer = get("/v1/locations/" + location + "/transactions?limit=" + PAGE + behind);
            if (answer.status() != 200) {
                throw new IOException("the report answered " + answer.status() + " " + answer.body());
            }
            var page = answer.json();
            page.getJsonArray("transactions").forEach(row -> reader.accept((JsonObject) row));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
    }

    private Http.Answer get(String path) throws IOException {
        return http.send("GET", base.resolve(path), Map.of("Authorization", bearer.header()), null);
    }
}
