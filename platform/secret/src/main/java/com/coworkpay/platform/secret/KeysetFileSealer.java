package com.coworkpay.platform.secret;

import java.nio.file.Path;

/// Seals with the keys of a file that may change at any time.
final class KeysetFileSealer implements Sealer {

    private final KeysetFile<Envelope> keyset;

    KeysetFileSealer(Path file) {
        this.keyset = new KeysetFile<>(file, Envelope::new);
    }

    @Override
    public byte[] seal(SecretText plain, String associatedData) {
        return keyset.current().seal(plain, associatedData);
    }

    @Override
    public SecretText open(byte[] sealed, String associatedData) {
        Envelope used = keyset.current();
        try {
            return used.open(sealed, associatedData);
        } catch (SealBrokenException e) {
            return keyset.newerThan(used).orElseThrow(() -> e).open(sealed, associatedData);
        }
    }

    @Override
    public boolean isOutdated(byte[] sealed) {
        return keyset.current().isOutdated(sealed);
    }
}
