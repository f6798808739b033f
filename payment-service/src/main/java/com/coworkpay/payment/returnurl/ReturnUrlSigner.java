package com.coworkpay.payment.returnurl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs payment ids for the return URLs, so that a forged one is rejected before anything is read: base64url of the
/// first 16 bytes of HMAC-SHA256 (RFC 2104, truncated as its section 5 allows).
///
/// Rotation without downtime: add the new key as the second line everywhere, then move it to the first, and remove
/// the old one when no payer can return by a URL that it signed (an hour is enough).
public final class ReturnUrlSigner {

    static final int LENGTH = 22;
    private static final int MIN_KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    private ReturnUrlSigner(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /// @throws IllegalArgumentException naming the line that is no key, never the key
    public static ReturnUrlSigner read(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("coworkpay.return-key-file cannot be read", e);
        }
    }

    static ReturnUrlSigner of(List<String> lines) {
        List<SecretKeySpec> keys = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(ReturnUrlSigner::key)
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("coworkpay.return-key-file holds no key");
        }
        return new ReturnUrlSigner(keys);
    }

    private static SecretKeySpec key(String line) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException e) {
            // Not chained: the decoder's message may quote the key.
            throw new IllegalArgumentException("coworkpay.return-key-file holds a line that is not base64");
        }
        if (bytes.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("coworkpay.return-key-file holds a key of less than 32 bytes");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    String sign(UUID paymentId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(keys.getFirst(), paymentId));
    }

    /// Compares in constant time; every key is tried, whichever fits.
    boolean verify(UUID paymentId, String signature) {
        if (signature.length() != LENGTH) {
            return false;
        }
        byte[] claimed;
        try {
            claimed = Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        boolean fits = false;
        for (SecretKeySpec key : keys) {
            fits |= MessageDigest.isEqual(mac(key, paymentId), claimed);
        }
        return fits;
    }

    private static byte[] mac(SecretKeySpec key, UUID paymentId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(
                    mac.doFinal(paymentId.toString().getBytes(StandardCharsets.US_ASCII)), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
