package com.coworkpay.tools.local.issuer;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells who a client is: machines by their secret, in the header or in the form (RFC 6749 §2.3.1).
final class Clients {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Map<String, String> secrets;

    Clients(Map<String, String> secrets) {
        this.secrets = secrets;
    }

    Optional<Directory.Machine> authenticated(@Nullable String authorization, MultiMap form) {
        if (authorization != null) {
            return basic(authorization);
        }
        return withSecret(form.get("client_id"), form.get("client_secret"));
    }

    /// A page or command line on this machine, on any port (RFC 8252 §7.3); nothing else gets a code.
    static boolean isLoopback(@Nullable String redirectUri) {
        try {
            var uri = URI.create(redirectUri == null ? "" : redirectUri);
            return "http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && LOOPBACK.contains(uri.getHost())
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private Optional<Directory.Machine> basic(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(authorization.substring(6).trim());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? withSecret(formDecoded(parts[0]), formDecoded(parts[1])) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private Optional<Directory.Machine> withSecret(@Nullable String id, @Nullable String secret) {
        String expected = id == null ? null : secrets.get(id);
        if (id == null || secret == null || expected == null || !isSame(expected, secret)) {
            return Optional.empty();
        }
        return Directory.machine(id);
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String formDecoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
