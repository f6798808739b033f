package com.coworkpay.local.issuer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// What an issuer needs to start.
///
/// @param port where it listens on localhost, 0 for any free one
/// @param keyFile where its signing key is kept, made on the first start
/// @param machineSecrets the secret of each machine caller, by client id
/// @param machineTokenLife how long a machine's token is valid
/// @param personTokenLife how long a person's token is valid
public record IssuerSettings(
        int port,
        Path keyFile,
        Map<String, String> machineSecrets,
        Duration machineTokenLife,
        Duration personTokenLife) {
    public IssuerSettings {
        machineSecrets = Map.copyOf(machineSecrets);
    }

    public static IssuerSettings of(int port, Path keyFile, Map<String, String> machineSecrets) {
        return new IssuerSettings(port, keyFile, machineSecrets, Duration.ofMinutes(10), Duration.ofHours(8));
    }
}
