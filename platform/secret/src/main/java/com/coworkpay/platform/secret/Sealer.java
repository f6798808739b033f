package com.coworkpay.platform.secret;

import java.nio.file.Path;

/// Encrypts secrets for the database and opens them again.
///
/// Associated data binds a sealed text to its place (`credential/<accountId>/<version>`): moved to another row, it
/// does not open. Every call may come from any thread; none waits for a network.
public interface Sealer {

    /// Seals with the keyset's primary key. Sealing the same text twice gives different bytes.
    byte[] seal(SecretText plain, String associatedData);

    /// @throws SealBrokenException if the bytes were changed, belong to another place, or their key is not in the
    /// keyset
    SecretText open(byte[] sealed, String associatedData);

    /// Whether the bytes were sealed with another key than today's primary one, so that they should be sealed again
    /// before that key is removed.
    boolean isOutdated(byte[] sealed);

    /// Seals with the keys of a mounted file (see [Keysets]). The file is read again when it changes, so that keys
    /// are rotated without a restart.
    ///
    /// @throws KeysetException if the file cannot be read or holds no usable keyset
    static Sealer fromKeysetFile(Path file) {
        return new KeysetFileSealer(file);
    }

    /// Makes a keyset with one new key, readable by its owner only (local stack, tests, a first installation).
    ///
    /// @throws KeysetException if the file exists: to overwrite it would lose all that was ever sealed with it
    static void newKeysetFile(Path file) {
        Keysets.create(file, KeyUse.SEALING);
    }
}
