package com.coworkpay.tools.local.stack;

import com.coworkpay.platform.secret.Sealer;
import com.coworkpay.platform.secret.Signer;
import com.coworkpay.tools.local.PrivateFile;
import com.coworkpay.tools.local.issuer.Issuer;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// The stack's own secrets, made once and kept in its folder: passwords of the databases, secrets of the machine
/// callers, the keysets that seal and that sign return URLs, the token of commands.
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path keys;
    private final Properties kept;

    private Secrets(Path keys, Properties kept) {
        this.keys = keys;
        this.kept = kept;
    }

    /// The secrets of the stack that keeps its state in this folder.
    public static Secrets of(Path folder) {
        return keptIn(folder.resolve("keys"));
    }

    static Secrets keptIn(Path keys) {
        try {
            Files.createDirectories(keys);
            var secrets = new Secrets(keys, read(keys.resolve("secrets.properties")));
            secrets.makeMissing();
            return secrets;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        return properties;
    }

    private void makeMissing() throws IOException {
        int before = kept.size();
        Issuer.machineIds().forEach(machine -> kept.computeIfAbsent("machine." + machine, absent -> password()));
        for (String database : Databases.NAMES) {
            kept.computeIfAbsent("database." + database, absent -> password());
        }
        kept.computeIfAbsent("control", absent -> password());
        kept.computeIfAbsent("session", absent -> password());
        if (kept.size() > before) {
            var text = new StringWriter();
            kept.store(text, "made by ./coworkpay up for this machine only");
            PrivateFile.write(keys.resolve("secrets.properties"), text.toString());
        }
        if (!Files.exists(keysetFile())) {
            Sealer.newKeysetFile(keysetFile());
        }
        if (!Files.exists(returnKeysetFile())) {
            Signer.newKeysetFile(returnKeysetFile());
        }
    }

    Map<String, String> machineSecrets() {
        var secrets = new LinkedHashMap<String, String>();
        Issuer.machineIds().forEach(machine -> secrets.put(machine, machineSecret(machine)));
        return secrets;
    }

    public String machineSecret(String machine) {
        return kept.getProperty("machine." + machine);
    }

    /// Whoever can read it may command the running stack.
    public String controlToken() {
        return kept.getProperty("control");
    }

    /// By which the console's cookies are encrypted: 32 characters.
    String sessionSecret() {
        return kept.getProperty("session");
    }

    String databasePassword(String database) {
        return kept.getProperty("database." + database);
    }

    Path keysetFile() {
        return keys.resolve("envelope-keyset.json");
    }

    Path returnKeysetFile() {
        return keys.resolve("return-keyset.json");
    }

    Path issuerKeyFile() {
        return keys.resolve("issuer.key");
    }

    /// Letters, digits, `-` and `_`: it can stand in a command line and in a URL as it is.
    private static String password() {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
