package com.coworkpay.platform.secret;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacParameters;
import java.security.GeneralSecurityException;

/// What the keys of a keyset are for, and so what a new one of them is.
enum KeyUse {
    SEALING(PredefinedAeadParameters.AES256_GCM, "seals", "opens", "seal"),
    SIGNING(hmac(), "signs", "verifies", "sign");

    private final Parameters newKey;
    private final String primaryDoes;
    private final String everyDoes;
    private final String primaryDo;

    KeyUse(Parameters newKey, String primaryDoes, String everyDoes, String primaryDo) {
        this.newKey = newKey;
        this.primaryDoes = primaryDoes;
        this.everyDoes = everyDoes;
        this.primaryDo = primaryDo;
    }

    static KeyUse of(KeysetHandle keyset) {
        return keyset.getPrimary().getKey().getParameters() instanceof MacParameters ? SIGNING : SEALING;
    }

    Parameters newKey() {
        return newKey;
    }

    /// "seals and opens", or "opens".
    String does(boolean primary) {
        return primary ? primaryDoes + " and " + everyDoes : everyDoes;
    }

    String doesNotYet() {
        return everyDoes + " and does not " + primaryDo + " yet";
    }

    String doesAtPresent() {
        return primaryDoes + " at present";
    }

    /// Without Tink's prefix, which names the key: a signature stands in an address, where each character counts.
    private static HmacParameters hmac() {
        try {
            return HmacParameters.builder()
                    .setKeySizeBytes(32)
                    .setTagSizeBytes(16)
                    .setHashType(HmacParameters.HashType.SHA256)
                    .setVariant(HmacParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
