package com.coworkpay.platform.secret;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The keyset file: Tink's JSON form in clear text, protected by the file system (mode 600, a mounted Secret).
///
/// A rotation has three steps, with a wait between them until every instance has read the file: [#addKey] (all can
/// open or verify with the new key), [#promote] (all seal or sign with it), and [#removeKey], when nothing is left that
/// [Sealer#isOutdated] names or that the old key signed. Promoting in the first step would let one instance seal what
/// another cannot open yet.
public final class Keysets {

    static {
        try {
            AeadConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Keysets() {}

    static void create(Path file, KeyUse use) {
        var onlyKey = KeysetHandle.generateEntryFromParameters(use.newKey())
                .withRandomId()
                .makePrimary();
        try {
            PrivateFile.create(
                    file, json(KeysetHandle.newBuilder().addEntry(onlyKey).build()));
        } catch (IOException e) {
            throw new KeysetException("The keyset file could not be made: " + file, e);
        } catch (GeneralSecurityException _) {
            throw new KeysetException("No key could be generated for " + file);
        }
    }

    /// Adds a new key that opens or verifies but does not seal or sign yet.
    ///
    /// @return the new key's id, for [#promote]
    public static int addKey(Path file) {
        KeysetHandle before = read(file);
        var added = KeysetHandle.generateEntryFromParameters(KeyUse.of(before).newKey())
                .withRandomId();
        KeysetHandle after = rewrite(file, KeysetHandle.newBuilder(before).addEntry(added));
        return after.getAt(after.size() - 1).getId();
    }

    /// From now on this key seals or signs; all others go on opening or verifying.
    public static void promote(Path file, int keyId) {
        var keyset = KeysetHandle.newBuilder(read(file));
        keyset.getAt(indexOf(file, keyId)).makePrimary();
        rewrite(file, keyset);
    }

    /// Takes a key away for good: what was sealed with it never opens again, what it signed is refused.
    public static void removeKey(Path file, int keyId) {
        KeysetHandle before = read(file);
        if (before.getPrimary().getId() == keyId) {
            throw new KeysetException("Key " + Integer.toUnsignedString(keyId) + " "
                    + KeyUse.of(before).doesAtPresent() + ": promote another one first.");
        }
        int index = indexOf(file, keyId);
        rewrite(file, KeysetHandle.newBuilder(before).deleteAt(index));
    }

    public static int primaryKeyId(Path file) {
        return read(file).getPrimary().getId();
    }

    /// Ids and what each key does, one a line.
    static String describe(Path file) {
        KeysetHandle keyset = read(file);
        KeyUse use = KeyUse.of(keyset);
        return IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .map(key -> Integer.toUnsignedString(key.getId()) + " " + use.does(key.isPrimary()))
                .collect(Collectors.joining("\n"));
    }

    static KeyUse useOf(Path file) {
        return KeyUse.of(read(file));
    }

    static KeysetHandle read(Path file) {
        String json;
        try {
            json = Files.readString(file);
        } catch (IOException e) {
            throw new KeysetException("The keyset file cannot be read: " + file, e);
        }
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | RuntimeException _) {
            throw new KeysetException("The file holds no keyset: " + file);
        }
    }

    private static int indexOf(Path file, int keyId) {
        KeysetHandle keyset = read(file);
        for (int i = 0; i < keyset.size(); i++) {
            if (keyset.getAt(i).getId() == keyId) {
                return i;
            }
        }
        throw new KeysetException("No key " + Integer.toUnsignedString(keyId) + " in " + file);
    }

    private static KeysetHandle rewrite(Path file, KeysetHandle.Builder keyset) {
        try {
            KeysetHandle built = keyset.build();
            PrivateFile.replace(file, json(built));
            return built;
        } catch (IOException e) {
            throw new KeysetException("The keyset file could not be written: " + file, e);
        } catch (GeneralSecurityException _) {
            throw new KeysetException("The keyset could not be changed: " + file);
        }
    }

    private static String json(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }
}
