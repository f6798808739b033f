package com.coworkpay.platform.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// Envelope encryption: each text gets a key of its own (AES-256-GCM), which the keyset's key wraps.
///
/// Layout: one byte for the form (1), then Tink's envelope: length of the wrapped key (4 bytes), the wrapped key
/// (it begins with 0x01 and the id of the keyset's key), the encrypted text.
final class Envelope {

    private static final byte FORM = 1;
    private static final byte TINK_PREFIX = 1;
    private static final int WRAPPED_KEY_LENGTH_BYTES = 4;

    private final Aead aead;
    private final int primaryKeyId;

    Envelope(KeysetHandle keyset) {
        try {
            Aead keysetAead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.aead = KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, keysetAead);
            this.primaryKeyId = keyset.getPrimary().getId();
        } catch (GeneralSecurityException | RuntimeException _) {
            throw new KeysetException("The keyset holds no enabled key for AES-GCM that can seal.");
        }
    }

    byte[] seal(SecretText plain, String associatedData) {
        try {
            byte[] envelope = aead.encrypt(utf8(plain.reveal()), utf8(associatedData));
            return ByteBuffer.allocate(1 + envelope.length)
                    .put(FORM)
                    .put(envelope)
                    .array();
        } catch (GeneralSecurityException _) {
            throw new IllegalStateException("The text could not be sealed.");
        }
    }

    SecretText open(byte[] sealed, String associatedData) {
        if (sealed.length == 0 || sealed[0] != FORM) {
            throw new SealBrokenException("These bytes were not sealed here.");
        }
        byte[] envelope = ByteBuffer.allocate(sealed.length - 1)
                .put(sealed, 1, sealed.length - 1)
                .array();
        try {
            return SecretText.of(new String(aead.decrypt(envelope, utf8(associatedData)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException _) {
            throw new SealBrokenException(
                    "A sealed text does not open: it was changed, belongs elsewhere, or its key is gone.");
        }
    }

    boolean isOutdated(byte[] sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        boolean readable = bytes.remaining() > 1 + WRAPPED_KEY_LENGTH_BYTES + 1 + Integer.BYTES && bytes.get() == FORM;
        return !readable
                || bytes.position(1 + WRAPPED_KEY_LENGTH_BYTES).get() != TINK_PREFIX
                || bytes.getInt() != primaryKeyId;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
