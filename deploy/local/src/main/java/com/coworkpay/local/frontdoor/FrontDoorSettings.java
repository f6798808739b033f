package com.coworkpay.local.frontdoor;

import java.net.URI;

/// What the front door needs to start.
///
/// @param port where it listens on localhost, 0 for any free one
/// @param integration the service of locations and credentials
/// @param payment the service of payments
/// @param issuer where people sign in; its address is shown on the landing page
/// @param simulator KakaoPay on this machine; its address is shown on the landing page
/// @param mostBodyBytes a request with a larger body is refused
public record FrontDoorSettings(
        int port, Upstream integration, Upstream payment, URI issuer, URI simulator, long mostBodyBytes) {
    public static final long ONE_MEBIBYTE = 1024 * 1024;
}
