package com.coworkpay.platform.secret;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The keyset file: Tink's JSON form in clear text, protected by the file system (mode 600, a mounted Secret).
///
/// A rotation has three steps, with a wait between them until every instance has read the file: [#addKey] (all can
/// open with the new key), [#promote] (all seal with it), and, when nothing is left that [Sealer#isOutdated] names,
/// [#removeKey]. Promoting in the first step would let one instance seal what another cannot open yet.
public final class Keysets {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Keysets() {}

    static void create(Path file) {
        var onlyKey = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
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

    /// Adds a new key that opens but does not seal yet.
    ///
    /// @return the new key's id, for [#promote]
    public static int addKey(Path file) {
        var added = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId();
        KeysetHandle before = read(file);
        KeysetHandle after = rewrite(file, KeysetHandle.newBuilder(before).addEntry(added));
        return after.getAt(after.size() - 1).getId();
    }

    /// From now on this key seals; all others go on opening.
    public static void promote(Path file, int keyId) {
        var keyset = KeysetHandle.newBuilder(read(file));
        keyset.getAt(indexOf(file, keyId)).makePrimary();
        rewrite(file, keyset);
    }

    /// Takes a key away for good: what was sealed with it never opens again.
    public static void removeKey(Path file, int keyId) {
        if (primaryKeyId(file) == keyId) {
            throw new KeysetException(
                    "Key " + Integer.toUnsignedString(keyId) + " seals at present: promote another one first.");
        }
        int index = indexOf(file, keyId);
        rewrite(file, KeysetHandle.newBuilder(read(file)).deleteAt(index));
    }

    public static int primaryKeyId(Path file) {
        return read(file).getPrimary().getId();
    }

    /// Ids and which of them seals, one key a line.
    static String describe(Path file) {
        KeysetHandle keyset = read(file);
        return IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .map(key -> Integer.toUnsignedString(key.getId()) + (key.isPrimary() ? " seals and opens" : " opens"))
                .collect(Collectors.joining("\n"));
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
