package com.coworkpay.payment.returnurl;

import com.coworkpay.payment.domain.PublicStatus;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The portal's URL that a payer is redirected to. No open redirect: only URLs of the configured origins are ever
/// stored, and only stored ones are used.
public final class PortalRedirect {

    public static final int MAX_CHARACTERS = 2000;

    private PortalRedirect() {}

    /// True for an absolute http(s) URL whose origin is exactly one of `origins`, without user info (which makes
    /// `https://portal@evil` seem right) and without fragment (which would swallow our parameters).
    public static boolean isAllowed(String url, Collection<URI> origins) {
        URI parsed = parse(url);
        if (parsed == null || parsed.getRawUserInfo() != null || parsed.getRawFragment() != null) {
            return false;
        }
        String origin = origin(parsed);
        return origin != null && origins.stream().anyMatch(allowed -> origin.equals(origin(allowed)));
    }

    /// The URL with `paymentId` and `status` added to its query; earlier ones of these names are replaced.
    public static URI to(String returnUrl, UUID paymentId, PublicStatus status) {
        URI url = URI.create(returnUrl);
        Stream<String> kept = url.getRawQuery() == null
                ? Stream.empty()
                : Arrays.stream(url.getRawQuery().split("&")).filter(pair -> !pair.isEmpty() && !isOurs(pair));
        String query = Stream.concat(kept, Stream.of("paymentId=" + paymentId, "status=" + status))
                .collect(Collectors.joining("&"));
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return URI.create(url.getScheme() + "://" + url.getRawAuthority() + path + "?" + query);
    }

    private static boolean isOurs(String pair) {
        return pair.equals("paymentId")
                || pair.startsWith("paymentId=")
                || pair.equals("status")
                || pair.startsWith("status=");
    }

    private static @Nullable URI parse(String url) {
        if (url.length() > MAX_CHARACTERS || !url.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            return null;
        }
        try {
            return new URI(url).parseServerAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static @Nullable String origin(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
        if (usual < 0 || url.getHost() == null) {
            return null;
        }
        int port = url.getPort() < 0 ? usual : url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
