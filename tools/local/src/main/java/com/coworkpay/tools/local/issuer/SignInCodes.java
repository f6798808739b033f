package com.coworkpay.tools.local.issuer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Authorization codes: good once, for a minute, and only for the client, address and PKCE challenge they were made
/// for (RFC 6749 §4.1, RFC 7636). At most a thousand wait at a time; the oldest goes first.
final class SignInCodes {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int MAX_WAITING = 1_000;

    record SignIn(
            String client,
            String personId,
            String redirectUri,
            String challenge,
            String scope,
            @Nullable String nonce,
            Instant expiresAt) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SignIn> waiting = new LinkedHashMap<>();
    private final Clock clock;

    SignInCodes(Clock clock) {
        this.clock = clock;
    }

    synchronized String issue(
            String client,
            String personId,
            String redirectUri,
            String challenge,
            String scope,
            @Nullable String nonce) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (waiting.size() >= MAX_WAITING) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        waiting.put(
                code,
                new SignIn(
                        client,
                        personId,
                        redirectUri,
                        challenge,
                        scope,
                        nonce,
                        clock.instant().plus(LIFE)));
        return code;
    }

    synchronized Optional<SignIn> redeem(String client, String code, String redirectUri, String verifier) {
        return Optional.ofNullable(waiting.remove(code))
                .filter(signIn -> signIn.client().equals(client))
                .filter(signIn -> clock.instant().isBefore(signIn.expiresAt()))
                .filter(signIn -> signIn.redirectUri().equals(redirectUri))
                .filter(signIn -> signIn.challenge().equals(challengeOf(verifier)));
    }

    static String challengeOf(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
