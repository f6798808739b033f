package com.coworkpay.console.session;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// An address within the console or the checkout, which a form says to come back to; anything else leads to the start:
/// nobody is sent on to another site.
public final class OwnAddress {

    private static final String START = "/console";

    private OwnAddress() {}

    public static String of(@Nullable String back) {
        if (back == null || back.startsWith("//") || back.contains("\\")) {
            return START;
        }
        try {
            URI address = new URI(back);
            boolean isOurs = !address.isAbsolute()
                    && address.getRawAuthority() == null
                    && address.getPath() != null
                    && (address.getPath().equals(START)
                            || address.getPath().startsWith("/console/")
                            || address.getPath().startsWith("/checkout/"))
                    && address.normalize().getPath().equals(address.getPath());
            return isOurs ? back : START;
        } catch (URISyntaxException malformed) {
            return START;
        }
    }
}
