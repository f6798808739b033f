package com.coworkpay.local.stack;

import com.coworkpay.platform.embedded.EmbeddedKafkaMain;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What each process of the stack is started with.
final class Parts {
    private static final List<String> SMALL_JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /// Here a person reads the logs; elsewhere they are JSON.
    private static final String READABLE_LOG =
            "%d{HH:mm:ss.SSS} %-5p %c{1.} [trace %X{traceId} payment %X{paymentId}] %s%e%n";

    private final StackSettings settings;
    private final StateFolder state;
    private final Ports ports;
    private final Secrets secrets;

    Parts(StackSettings settings, StateFolder state, Ports ports, Secrets secrets) {
        this.settings = settings;
        this.state = state;
        this.ports = ports;
        this.secrets = secrets;
    }

    URI frontDoor() {
        return local(ports.frontDoor());
    }

    URI issuer() {
        return local(ports.issuer());
    }

    URI simulator() {
        return local(ports.simulator());
    }

    String bootstrapServers() {
        return "localhost:" + ports.kafka();
    }

    Part postgres() {
        var environment = new HashMap<String, String>();
        Databases.NAMES.forEach(database ->
                environment.put(PostgresMain.passwordVariable(database), secrets.databasePassword(database)));
        Path log = state.log("postgresql");
        return new Part(
                "PostgreSQL",
                ownProgram(32, PostgresMain.class.getName(), state.postgres().toString(), "" + ports.postgres()),
                environment,
                log,
                Readiness.printed(log, PostgresMain.READY));
    }

    Part kafka() {
        Path log = state.log("kafka");
        return new Part(
                "Kafka",
                ownProgram(160, EmbeddedKafkaMain.class.getName(), state.kafka().toString(), "" + ports.kafka()),
                Map.of(),
                log,
                Readiness.printed(log, EmbeddedKafkaMain.READY));
    }

    Part integration() {
        return service("integration-service", ports.integration(), Databases.INTEGRATION, Map.of());
    }

    Part payment() {
        return payment("payment-service", ports.payment());
    }

    /// A payment-service under another name and port, on the same database as the first.
    Part payment(String name, int port) {
        var more = Map.of(
                "COWORKPAY_RETURN_KEY_FILE", secrets.returnKeyFile().toString(),
                "COWORKPAY_INTEGRATION_URL", local(ports.integration()).toString(),
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer().toString(),
                "QUARKUS_OIDC_CLIENT_CLIENT_ID", "payment-service",
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secrets.machineSecret("payment-service"));
        return service(name, "payment-service", port, Databases.PAYMENT, more);
    }

    private Part service(String name, int port, String database, Map<String, String> more) {
        return service(name, name, port, database, more);
    }

    private Part service(String name, String module, int port, String database, Map<String, String> more) {
        var environment = new HashMap<>(shared(port, database));
        environment.putAll(more);
        environment.putAll(settings.serviceSettings());
        return new Part(
                name,
                jvm(192, List.of("-jar", packaged(module).toString())),
                environment,
                state.log(name),
                Readiness.http(local(port).resolve("/q/health/ready")));
    }

    private Map<String, String> shared(int port, String database) {
        String address = "localhost:" + ports.postgres() + "/" + database;
        return Map.ofEntries(
                Map.entry("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"),
                Map.entry("QUARKUS_LOG_CONSOLE_FORMAT", READABLE_LOG),
                Map.entry("QUARKUS_HTTP_HOST", "localhost"),
                Map.entry("QUARKUS_HTTP_PORT", String.valueOf(port)),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", database),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", secrets.databasePassword(database)),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + address),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + address),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers()),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", issuer().toString()),
                Map.entry("COWORKPAY_PUBLIC_BASE_URL", frontDoor().toString()),
                Map.entry("COWORKPAY_PORTAL_ORIGINS", frontDoor().toString()),
                Map.entry("COWORKPAY_KAKAOPAY_CURRENT_URL", simulator().toString()),
                Map.entry("COWORKPAY_KAKAOPAY_LEGACY_URL", simulator().toString()),
                Map.entry("COWORKPAY_KEYSET_FILE", secrets.keysetFile().toString()));
    }

    private Path packaged(String module) {
        Path jar = settings.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackException(module + " is not built: " + jar + " is missing. Run ./coworkpay up again.");
        }
        return jar;
    }

    private static List<String> ownProgram(int heapMb, String program, String... arguments) {
        var command = new java.util.ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), program));
        command.addAll(List.of(arguments));
        return jvm(heapMb, command);
    }

    private static List<String> jvm(int heapMb, List<String> program) {
        var command = new java.util.ArrayList<>(SMALL_JVM);
        command.add("-Xmx" + heapMb + "m");
        command.addAll(program);
        return command;
    }

    private static URI local(int port) {
        return URI.create("http://localhost:" + port);
    }
}
