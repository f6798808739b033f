package com.coworkpay.tools.local.issuer;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// The issuer as a program of its own, for trying things out on one host. Its ready-made people need no password:
/// it must not be reached from anywhere else. Settings come from the environment:
///
/// | variable | meaning | default |
/// |---|---|---|
/// | `ISSUER_HOST` | address to listen on | `127.0.0.1` |
/// | `ISSUER_PORT` | port | `8080` |
/// | `ISSUER_URL` | what it calls itself, in tokens too | `http://localhost:{port}` |
/// | `ISSUER_FOLDER` | where it keeps its signing key | `/tmp` |
/// | `ISSUER_SECRETS` | folder with a file `machine.{id}` per machine, its secret | `/etc/coworkpay/secrets` |
public final class IssuerMain {
    private IssuerMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var issuer = Issuer.start(Vertx.vertx(), settings(System.getenv()));
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            issuer.close();
            ended.countDown();
        }));
        System.out.println("issuer ready at " + issuer.uri());
        ended.await();
    }

    static IssuerSettings settings(Map<String, String> environment) throws IOException {
        int port = Integer.parseInt(environment.getOrDefault("ISSUER_PORT", "8080"));
        var folder = Path.of(environment.getOrDefault("ISSUER_FOLDER", "/tmp"));
        var secrets = Path.of(environment.getOrDefault("ISSUER_SECRETS", "/etc/coworkpay/secrets"));
        return IssuerSettings.of(port, folder.resolve("issuer.key"), machineSecrets(secrets))
                .reachableAs(
                        environment.getOrDefault("ISSUER_HOST", "127.0.0.1"),
                        URI.create(environment.getOrDefault("ISSUER_URL", "http://localhost:" + port)));
    }

    private static Map<String, String> machineSecrets(Path folder) throws IOException {
        var secrets = new LinkedHashMap<String, String>();
        for (String machine : Issuer.machineIds()) {
            Path file = folder.resolve("machine." + machine);
            if (!Files.exists(file)) {
                throw new IllegalArgumentException(
                        "The secret of the machine caller " + machine + " is missing: " + file);
            }
            secrets.put(machine, Files.readString(file).strip());
        }
        return secrets;
    }
}
