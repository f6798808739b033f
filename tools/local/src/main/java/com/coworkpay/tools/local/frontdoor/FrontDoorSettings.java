package com.coworkpay.tools.local.frontdoor;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the front door needs to start.
///
/// @param port where it listens on localhost, 0 for any free one
/// @param services what stands behind it; each owner of [Routes] must be among them by its name
/// @param pages answers `/` and `/portal`, with all below it; null: nobody does
/// @param maxBodyBytes a request with a larger body is refused
public record FrontDoorSettings(
        int port, List<Upstream> services, @Nullable Handler<HttpServerRequest> pages, long maxBodyBytes) {
    public static final long ONE_MEBIBYTE = 1024 * 1024;
}
