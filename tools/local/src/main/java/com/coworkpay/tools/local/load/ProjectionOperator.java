package com.coworkpay.tools.local.load;

import com.coworkpay.tools.local.Http;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// Who may have the projection made anew. Speaks to reporting-service itself: no internal path is routed.
public final class ProjectionOperator {
    private static final String PROJECTION = "/internal/projection";

    private final Http http;
    private final URI reporting;
    private final Bearer bearer;

    public ProjectionOperator(Http http, URI reporting, Bearer bearer) {
        this.http = http;
        this.reporting = reporting;
        this.bearer = bearer;
    }

    /// The answer as it is.
    public Http.Answer rebuild() throws IOException {
        return call("POST", PROJECTION + "/rebuilds");
    }

    /// The answer as it is.
    public Http.Answer find(String rebuildId) throws IOException {
        return call("GET", PROJECTION + "/rebuilds/" + rebuildId);
    }

    /// Everything the projection says, as one word; the answer as it is.
    public Http.Answer digest() throws IOException {
        return call("GET", PROJECTION + "/digest");
    }

    private Http.Answer call(String method, String path) throws IOException {
        return http.send(method, reporting.resolve(path), Map.of("Authorization", bearer.header()), null);
    }
}
