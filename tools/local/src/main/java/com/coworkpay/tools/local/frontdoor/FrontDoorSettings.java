package com.coworkpay.tools.local.frontdoor;

import java.net.URI;
import java.util.List;

/// What the front door needs to start.
///
/// @param port where it listens on localhost, 0 for any free one
/// @param services what stands behind it; each owner of [Routes] must be among them by its name
/// @param issuer where people sign in; its address is shown on the landing page
/// @param simulator KakaoPay on this machine; its address is shown on the landing page
/// @param mostBodyBytes a request with a larger body is refused
public record FrontDoorSettings(int port, List<Upstream> services, URI issuer, URI simulator, long maxBodyBytes) {
    public static final long ONE_MEBIBYTE = 1024 * 1024;
}
