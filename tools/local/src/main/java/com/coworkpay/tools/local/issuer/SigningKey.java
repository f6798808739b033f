package com.coworkpay.tools.local.issuer;

import com.coworkpay.tools.local.PrivateFile;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The issuer's RSA key. It is kept in a file, so that tokens and the services' cached key set outlive a restart.
final class SigningKey {
    private static final int BITS = 2048;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final RSAPrivateCrtKey key;
    private final String id;

    private SigningKey(RSAPrivateCrtKey key) throws GeneralSecurityException {
        this.key = key;
        this.id = thumbprint(key);
    }

    static SigningKey kept(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, generated());
            }
            byte[] der = Base64.getMimeDecoder().decode(Files.readString(file));
            var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
            return new SigningKey((RSAPrivateCrtKey) key);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IOException("the issuer's key in " + file + " cannot be read", broken);
        }
    }

    /// The claims as a compact JWT, signed with RS256 (RFC 7515).
    String sign(JsonObject claims) {
        var header = new JsonObject().put("alg", "RS256").put("typ", "JWT").put("kid", id);
        String content = part(header) + "." + part(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The claims of a token that this key has signed; null if it has not. Signatures by RS256 are always the same.
    @Nullable
    JsonObject verified(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            boolean isOurs = MessageDigest.isEqual(
                    sign(claims).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII));
            return isOurs ? claims : null;
        } catch (DecodeException | IllegalArgumentException malformed) {
            return null;
        }
    }

    /// The public part as a key set (RFC 7517).
    JsonObject publicKeySet() {
        var jwk = new JsonObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", id)
                .put("n", unsigned(key.getModulus()))
                .put("e", unsigned(key.getPublicExponent()));
        return new JsonObject().put("keys", new JsonArray().add(jwk));
    }

    private static String generated() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        return Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    }

    /// RFC 7638.
    private static String thumbprint(RSAPrivateCrtKey key) throws GeneralSecurityException {
        String canonical = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}"
                .formatted(unsigned(key.getPublicExponent()), unsigned(key.getModulus()));
        return BASE64URL.encodeToString(
                MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        byte[] magnitude = new byte[bytes.length - from];
        System.arraycopy(bytes, from, magnitude, 0, magnitude.length);
        return BASE64URL.encodeToString(magnitude);
    }

    private static String part(JsonObject json) {
        return BASE64URL.encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }
}
