package com.coworkpay.tools.local.stack;

import com.coworkpay.kakaopay.simulator.SimulatorMain;
import com.coworkpay.platform.embedded.EmbeddedKafkaMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What each process of the stack is started with.
final class ProcessSpecs {
    /// Of PostgreSQL's keeper, Kafka and the simulator; what a service runs with is its own ([ServiceJvm]).
    private static final List<String> SMALL_JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /// Here a person reads the logs; elsewhere they are JSON.
    private static final String READABLE_LOG =
            "%d{HH:mm:ss.SSS} %-5p %c{1.} [trace %X{traceId} payment %X{paymentId}] %s%e%n";

    /// How long a service that is told to end serves on: the doors ask twice a second whether it is ready. Where there
    /// is no other process that could serve in its place, waiting helps nobody.
    private static final String PONG_WITHIN = "2S";

    private final StackSettings settings;
    private final StateFolder state;
    private final Ports ports;
    private final Secrets secrets;

    ProcessSpecs(StackSettings settings, StateFolder state, Ports ports, Secrets secrets) {
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

    String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + ports.postgres() + "/" + database;
    }

    /// Kept beside the cluster by the program that made it.
    String superuserPassword() {
        try {
            return Files.readString(state.postgres().resolve("superuser.password"))
                    .strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    long postgresServerPid() {
        try (var lines = Files.lines(state.postgres().resolve("cluster/postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String bootstrapServers() {
        return "localhost:" + ports.kafka();
    }

    ProcessSpec postgres() {
        var environment = new HashMap<String, String>();
        Databases.NAMES.forEach(database ->
                environment.put(PostgresMain.passwordVariable(database), secrets.databasePassword(database)));
        Path log = state.log("postgresql");
        return new ProcessSpec(
                "PostgreSQL",
                ownProgram(32, PostgresMain.class.getName(), state.postgres().toString(), "" + ports.postgres()),
                environment,
                log,
                Readiness.printed(log, PostgresMain.READY));
    }

    ProcessSpec simulatorApart() {
        Path log = state.log("simulator");
        var environment = Map.of("SIMULATOR_PORT", "" + ports.simulator(), "SIMULATOR_SAMPLE_MERCHANTS", "false");
        return new ProcessSpec(
                "KakaoPay simulator",
                settings.serviceJvm().has(ServiceJvm.SIMULATOR)
                        ? settings.serviceJvm().program(ServiceJvm.SIMULATOR)
                        : Program.ofOwnJdk(ownProgram(256, SimulatorMain.class.getName())),
                environment,
                log,
                Readiness.printed(log, "KakaoPay simulator ready"));
    }

    ProcessSpec kafka() {
        Path log = state.log("kafka");
        return new ProcessSpec(
                "Kafka",
                ownProgram(160, EmbeddedKafkaMain.class.getName(), state.kafka().toString(), "" + ports.kafka()),
                Map.of(),
                log,
                Readiness.printed(log, EmbeddedKafkaMain.READY));
    }

    /// Where the others reach a service: its one process, or a door that balances over several.
    URI service(String service) {
        return local(ports.of(service));
    }

    /// @param number from 1
    URI process(String service, int number) {
        return local(ports.processes(service).get(number - 1));
    }

    /// One process of a service.
    ///
    /// @param number from 1
    ProcessSpec partOf(String service, int number) {
        return partOf(
                Services.process(service, number),
                service,
                ports.processes(service).get(number - 1));
    }

    /// One more process of a service, under another name and port, on the same database as the first.
    ProcessSpec partOf(String name, String service, int port) {
        return switch (service) {
            case Services.INTEGRATION -> process(name, service, port, Databases.INTEGRATION, Map.of());
            case Services.PAYMENT -> process(name, service, port, Databases.PAYMENT, payment());
            case Services.REFUND -> process(name, service, port, Databases.REFUND, credentials(service));
            case Services.REPORTING -> process(name, service, port, Databases.REPORTING, Map.of());
            case Services.CONSOLE -> console(name, port);
            default -> throw new IllegalArgumentException(service);
        };
    }

    private ProcessSpec console(String name, int port) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("QUARKUS_LOG_CONSOLE_FORMAT", READABLE_LOG);
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer().toString());
        environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", secrets.machineSecret(Services.CONSOLE));
        environment.put("QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", secrets.sessionSecret());
        environment.put("COWORKPAY_CONSOLE_SECURE_COOKIES", "false");
        environment.put(
                "COWORKPAY_CONSOLE_INTEGRATION_URL",
                service(Services.INTEGRATION).toString());
        environment.put(
                "COWORKPAY_CONSOLE_PAYMENT_URL", service(Services.PAYMENT).toString());
        environment.put("COWORKPAY_CONSOLE_REFUND_URL", service(Services.REFUND).toString());
        environment.put(
                "COWORKPAY_CONSOLE_REPORTING_URL", service(Services.REPORTING).toString());
        environment.put("COWORKPAY_CONSOLE_FORM_TARGETS", simulator() + "," + issuer());
        environment.put("COWORKPAY_CONSOLE_SIMULATOR_KEY", DemoMerchants.SECRET_KEY);
        environment.put("COWORKPAY_CONSOLE_SIMULATOR_CID", DemoMerchants.SECRET_KEY_CID);
        environment.put("QUARKUS_SHUTDOWN_DELAY", settings.replicas() > 1 ? PONG_WITHIN : "0S");
        environment.putAll(settings.serviceSettings());
        return new ProcessSpec(
                name,
                settings.serviceJvm().program(Services.CONSOLE),
                environment,
                state.log(name),
                Readiness.http(local(port).resolve("/q/health/ready")));
    }

    private Map<String, String> payment() {
        var settings = new HashMap<>(credentials(Services.PAYMENT));
        settings.put("COWORKPAY_RETURN_KEYSET_FILE", secrets.returnKeysetFile().toString());
        return settings;
    }

    /// Of a service that is handed merchants' credentials: where from, and as whom it asks.
    private Map<String, String> credentials(String service) {
        return Map.of(
                "COWORKPAY_INTEGRATION_URL", service(Services.INTEGRATION).toString(),
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer().toString(),
                "QUARKUS_OIDC_CLIENT_CLIENT_ID", service,
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secrets.machineSecret(service));
    }

    private ProcessSpec process(String name, String module, int port, String database, Map<String, String> more) {
        var environment = new HashMap<>(shared(port, database));
        environment.putAll(more);
        environment.putAll(settings.serviceSettings());
        return new ProcessSpec(
                name,
                settings.serviceJvm().program(module),
                environment,
                state.log(name),
                Readiness.http(local(port).resolve("/q/health/ready")));
    }

    private Map<String, String> shared(int port, String database) {
        return Map.ofEntries(
                Map.entry("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"),
                Map.entry("QUARKUS_LOG_CONSOLE_FORMAT", READABLE_LOG),
                Map.entry("QUARKUS_HTTP_HOST", "localhost"),
                Map.entry("QUARKUS_HTTP_PORT", String.valueOf(port)),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", database),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", secrets.databasePassword(database)),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(database)),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", jdbcUrl(database).replace("jdbc:", "")),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers()),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", issuer().toString()),
                Map.entry("COWORKPAY_PUBLIC_BASE_URL", frontDoor().toString()),
                Map.entry("COWORKPAY_PORTAL_ORIGINS", frontDoor().toString()),
                Map.entry("COWORKPAY_KAKAOPAY_CURRENT_URL", simulator().toString()),
                Map.entry("COWORKPAY_KAKAOPAY_LEGACY_URL", simulator().toString()),
                Map.entry("COWORKPAY_KEYSET_FILE", secrets.keysetFile().toString()),
                Map.entry("QUARKUS_SHUTDOWN_DELAY", settings.replicas() > 1 ? PONG_WITHIN : "0S"));
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
