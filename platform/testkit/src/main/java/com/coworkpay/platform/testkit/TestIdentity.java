package com.coworkpay.platform.testkit;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Signed-in callers without an issuer: tokens signed with a key of this JVM, which [TestIdentityResource] tells
/// quarkus-oidc.
///
/// ```java
/// String bearer = TestIdentity.token("minji").at("gangnam", "payment:read").everywhere("credential:read").sign();
/// ```
public final class TestIdentity {
    /// The claim {location: [permissions]}, by its default name.
    public static final String LOCATIONS_CLAIM = "locations";

    private static final String ISSUER = "https://issuer.test";

    /// What services ask of a token unless they are told otherwise.
    private static final String AUDIENCE = "coworkpay";

    /// Properties of the JVM, so that every class loader signs with the same key.
    private static final String PRIVATE_KEY = "coworkpay.testkit.private-key";

    private static final String PUBLIC_KEY = "coworkpay.testkit.public-key";

    private TestIdentity() {}

    /// What a service needs to accept these tokens.
    public static Map<String, String> config() {
        makeKeyOnce();
        return Map.of(
                "quarkus.oidc.public-key", System.getProperty(PUBLIC_KEY, ""), "quarkus.oidc.token.issuer", ISSUER);
    }

    public static Token token(String subject) {
        return new Token(subject);
    }

    private static synchronized void makeKeyOnce() {
        if (System.getProperty(PUBLIC_KEY) == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                Base64.Encoder base64 = Base64.getEncoder();
                System.setProperty(
                        PRIVATE_KEY, base64.encodeToString(pair.getPrivate().getEncoded()));
                System.setProperty(
                        PUBLIC_KEY, base64.encodeToString(pair.getPublic().getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static PrivateKey privateKey() {
        makeKeyOnce();
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY, ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A token in the making.
    public static final class Token {
        private final String subject;
        private final Map<String, Object> claims = new LinkedHashMap<>();
        private final Map<String, List<String>> locations = new LinkedHashMap<>();
        private Duration validFor = Duration.ofHours(1);

        private Token(String subject) {
            this.subject = subject;
        }

        /// Adds permissions at a location; without permissions the location is merely known.
        public Token at(String locationId, String... permissions) {
            locations.computeIfAbsent(locationId, id -> new ArrayList<>()).addAll(Arrays.asList(permissions));
            return this;
        }

        /// Adds permissions at every location, as machines have them.
        public Token everywhere(String... permissions) {
            return at("*", permissions);
        }

        /// Any other claim, or the locations in another shape.
        public Token claim(String name, Object value) {
            claims.put(name, value);
            return this;
        }

        /// Expired since a minute.
        public Token expired() {
            validFor = Duration.ofMinutes(-1);
            return this;
        }

        /// The compact form, for `Authorization: Bearer …`.
        public String sign() {
            Map<String, Object> all = new LinkedHashMap<>();
            if (!locations.isEmpty()) {
                all.put(LOCATIONS_CLAIM, locations);
            }
            all.put("aud", AUDIENCE);
            all.putAll(claims);
            long now = System.currentTimeMillis() / 1000;
            all.putIfAbsent("sub", subject);
            return Jwt.claims(all)
                    .issuer(ISSUER)
                    .issuedAt(now - 120)
                    .expiresAt(now + validFor.toSeconds())
                    .sign(privateKey());
        }
    }
}
