package com.coworkpay.platform.secret;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/// Signs texts that go out and come back, so that a forged one is told from ours: base64url of the first 16 bytes of
/// HMAC-SHA256 (RFC 2104, truncated as its section 5 allows). Any thread may call it.
///
/// The primary key of the keyset signs, every key verifies; the file is read again when it changes.
public final class Signer {

    /// Of a signature.
    public static final int CHARACTERS = 22;

    private final KeysetFile<Mac> keyset;

    private Signer(Path file) {
        this.keyset = new KeysetFile<>(file, Signer::mac);
    }

    /// @throws KeysetException if the file cannot be read or holds no keyset that signs
    public static Signer fromKeysetFile(Path file) {
        return new Signer(file);
    }

    /// Makes a keyset with one new key, readable by its owner only.
    ///
    /// @throws KeysetException if the file exists
    public static void newKeysetFile(Path file) {
        Keysets.create(file, KeyUse.SIGNING);
    }

    public String sign(String text) {
        try {
            byte[] signature = keyset.current().computeMac(utf8(text));
            return text(signature);
        } catch (GeneralSecurityException _) {
            throw new IllegalStateException("The text could not be signed.");
        }
    }

    private static String text(byte[] signature) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    public boolean verify(String text, String signature) {
        if (signature.length() != CHARACTERS) {
            return false;
        }
        byte[] claimed;
        try {
            claimed = Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException _) {
            return false;
        }
        // The last character has four bits that no byte takes: of the sixteen texts of one signature one is accepted.
        if (!text(claimed).equals(signature)) {
            return false;
        }
        Mac used = keyset.current();
        return fits(used, claimed, text)
                || keyset.newerThan(used)
                        .filter(newer -> fits(newer, claimed, text))
                        .isPresent();
    }

    /// Compares in constant time.
    private static boolean fits(Mac mac, byte[] claimed, String text) {
        try {
            mac.verifyMac(claimed, utf8(text));
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static Mac mac(KeysetHandle keyset) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException | RuntimeException _) {
            throw new KeysetException("The keyset holds no enabled key for HMAC that can sign.");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
