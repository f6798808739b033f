package com.coworkpay.console.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An address within the console or the checkout, which a form says to come back to; anything else leads to the start:
/// nobody is sent on to another site.
public final class OwnAddress {

    private static final String START = "/console";
    /// Line ends, slashes and dots have no business in an address of ours in this form.
    private static final Pattern ENCODED_TRICKS = Pattern.compile("%(0[0ad]|2[ef]|5c)", Pattern.CASE_INSENSITIVE);

    private OwnAddress() {}

    public static String of(@Nullable String back) {
        if (back == null || back.startsWith("//") || back.contains("\\")) {
            return START;
        }
        try {
            URI address = new URI(back);
            boolean isOurs = !ENCODED_TRICKS.matcher(back).find()
                    && !address.isAbsolute()
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
