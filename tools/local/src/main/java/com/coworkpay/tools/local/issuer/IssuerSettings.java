package com.coworkpay.tools.local.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an issuer needs to start.
///
/// @param host the address it listens on
/// @param port where it listens, 0 for any free one
/// @param publicUrl what it calls itself; null: `http://localhost:{port}`
/// @param keyFile where its signing key is kept, made on the first start
/// @param machineSecrets the secret of each machine caller, by client id
/// @param machineTokenLife how long a machine's token is valid
/// @param personTokenLife how long a person's token is valid
public record IssuerSettings(
        String host,
        int port,
        @Nullable URI publicUrl,
        Path keyFile,
        Map<String, String> machineSecrets,
        Duration machineTokenLife,
        Duration personTokenLife) {
    public IssuerSettings {
        machineSecrets = Map.copyOf(machineSecrets);
    }

    public static IssuerSettings of(int port, Path keyFile, Map<String, String> machineSecrets) {
        return new IssuerSettings(
                "localhost", port, null, keyFile, machineSecrets, Duration.ofMinutes(10), Duration.ofHours(8));
    }

    IssuerSettings reachableAs(String otherHost, URI otherUrl) {
        return new IssuerSettings(
                otherHost, port, otherUrl, keyFile, machineSecrets, machineTokenLife, personTokenLife);
    }
}
