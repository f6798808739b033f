package com.coworkpay.checks.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.coworkpay.platform.embedded.EmbeddedPostgres;
import com.coworkpay.platform.embedded.Ports;
import com.coworkpay.platform.secret.Sealer;
import com.coworkpay.platform.secret.Signer;
import com.coworkpay.tools.local.issuer.Issuer;
import com.coworkpay.tools.local.issuer.IssuerSettings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged services, started with the environment and the files of their pods as they are rendered; a real
/// PostgreSQL that insists on TLS, an issuer, and no Kafka at all.
class AsOnAPodIT {
    private static final Duration START = Duration.ofSeconds(120);
    private static final String OWNERS = "owner-secret";
    private static final String SERVICES = "service-secret";
    private static final String STORE = "store-secret";
    private static final String CLIENT = "client-secret-of-the-console";
    private static final String SESSION = "session-secret-of-the-console-32";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static Vertx vertx;
    private static Issuer issuer;
    private static Certificate certificate;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0, false);
        certificate = Certificate.made("localhost", folder.resolve("own.p12"), STORE);
        withTls();
        vertx = Vertx.vertx();
        var machines = Issuer.machineIds().stream().collect(Collectors.toMap(id -> id, id -> "oidc"));
        issuer = Issuer.start(vertx, IssuerSettings.of(0, folder.resolve("issuer.key"), machines));
    }

    @AfterAll
    static void stop() {
        issuer.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        postgres.close();
    }

    @Test
    void paymentServiceMigratesInItsJobAndIsReadyWithoutKafka() throws Exception {
        database("payment");
        // The pod comes before the job has run: it ends, and Kubernetes starts it again.
        var early = pod("Deployment/payment-service", "early", Ports.orFree(0));
        assertThat(early.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(early.exitValue()).isNotZero();
        assertThat(log("early")).contains("not applied");

        migrated("payment");
        try (var owner = connection("payment", "payment_owner", OWNERS)) {
            assertThat(count(owner, "select count(*) from flyway_schema_history where not success"))
                    .isZero();
        }
        try (var service = connection("payment", "payment_app", SERVICES)) {
            assertThat(count(service, "select count(*) from payment")).isZero();
            for (String forbidden : List.of(
                    "create table mine (a int)",
                    "alter table payment disable trigger payment_transitions",
                    "drop table payment",
                    "truncate payment",
                    "delete from flyway_schema_history")) {
                assertThatThrownBy(() -> execute(service, forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class)
                        .hasFieldOrPropertyWithValue("SQLState", "42501");
            }
        }
        isReadyWithoutKafka("payment");
    }

    @Test
    void reportingServiceMayEmptyItsProjectionAndNothingElse() throws Exception {
        database("reporting");
        migrated("reporting");
        try (var service = connection("reporting", "reporting_app", SERVICES)) {
            execute(service, "truncate report_payment_1, report_location_1");
            assertThatThrownBy(() -> execute(service, "truncate projection_position"))
                    .hasFieldOrPropertyWithValue("SQLState", "42501");
        }
        isReadyWithoutKafka("reporting");
    }

    /// By its files and settings alone, whatever the services do: it sends people to the issuer, under the address that
    /// it was asked by, and says to payers that a service is away.
    @Test
    void theConsoleIsReadyWithoutTheServices() throws Exception {
        int port = Ports.orFree(0);
        var console = pod("Deployment/console", "console", port);
        try {
            await().atMost(START).until(() -> !console.isAlive() || status(port, "/q/health/ready") == 200);
            assertThat(console.isAlive()).as(log("console")).isTrue();
            assertThat(status(port, "/q/health/started")).isEqualTo(200);
            assertThat(status(port, "/q/health/live")).isEqualTo(200);

            var signIn = get(port, "/console", "X-Forwarded-Host", "console.example", "X-Forwarded-Proto", "http");
            assertThat(signIn.statusCode()).isEqualTo(302);
            assertThat(signIn.headers().firstValue("Location").orElseThrow())
                    .startsWith(issuer.uri() + "/authorize?")
                    .contains(
                            "client_id=console",
                            "redirect_uri=https%3A%2F%2Fconsole.example%2Fconsole%2Fsigned-in",
                            "code_challenge_method=S256");
            assertThat(signIn.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("; Secure; HTTPOnly; SameSite=Lax"));

            var checkout = get(port, "/checkout/0190c0de-0000-7000-8000-00000000000a/" + "c".repeat(22));
            assertThat(checkout.statusCode()).isGreaterThanOrEqualTo(500);
            assertThat(checkout.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("form-action 'self' https://*.kakaopay.com https://*.kakao.com https://id.");
            assertThat(body(port, "/q/metrics"))
                    .as("a call without an answer is a failed call")
                    .containsPattern(
                            "http_client_requests_seconds_count\\{clientName=\"payment\"[^}]*outcome=\"UNKNOWN\"");
            assertThat(log("console")).doesNotContain(SESSION, CLIENT, "c".repeat(22));
        } finally {
            stop(console);
        }
    }

    private static void migrated(String database) throws Exception {
        // With no issuer, as the job has no way to it.
        var job = pod("Job/" + database + "-migrations", database + "-migrations", Ports.orFree(0));
        assertThat(job.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(job.exitValue()).as(log(database + "-migrations")).isZero();
    }

    private static void isReadyWithoutKafka(String database) throws Exception {
        int port = Ports.orFree(0);
        String name = database + "-service";
        var service = pod("Deployment/" + name, name, port);
        try {
            await().atMost(START).until(() -> !service.isAlive() || status(port, "/q/health/ready") == 200);
            assertThat(service.isAlive()).as(log(name)).isTrue();
            assertThat(status(port, "/q/health/started")).isEqualTo(200);
            assertThat(status(port, "/q/health/live")).isEqualTo(200);
            assertThat(body(port, "/q/health/ready")).contains("PostgreSQL").doesNotContainIgnoringCase("kafka");
            assertThat(log(name)).doesNotContain(SERVICES, STORE, "Failed to load SSL keystore", "Failed to load PEM");
        } finally {
            stop(service);
        }
    }

    private static void stop(Process service) throws InterruptedException {
        service.destroy();
        if (!service.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            service.destroyForcibly();
        }
    }

    private static Process pod(String workload, String name, int port) throws IOException {
        var manifests = Overlay.STAGING.manifests();
        var document = manifests.get(workload);
        var files = new PodFolder(folder.resolve(name), secrets());
        files.mount(document);
        String jar = Pods.labels(document).get("app.kubernetes.io/name") + "/target/quarkus-app/quarkus-run.jar";
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx192m",
                        "-jar",
                        Repository.file(jar).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        process.environment().keySet().removeIf(AsOnAPodIT::isSetting);
        Pods.environment(manifests, document)
                .forEach((variable, value) -> process.environment().put(variable, here(value, files)));
        process.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST", "localhost",
                        "QUARKUS_HTTP_PORT", "" + port,
                        "KAFKA_BOOTSTRAP_SERVERS", "localhost:1"));
        process.environment().remove("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT");
        if (workload.startsWith("Deployment/")) {
            process.environment()
                    .put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.uri().toString());
            process.environment()
                    .put("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer.uri().toString());
        }
        return process.start();
    }

    private static boolean isSetting(String variable) {
        return List.of("QUARKUS_", "COWORKPAY_", "KAFKA_", "MP_", "SMALLRYE_").stream()
                .anyMatch(variable::startsWith);
    }

    /// The pod's addresses and folders, on this machine.
    private static String here(String value, PodFolder files) {
        return value.replace("coworkpay-postgresql-rw:5432", "localhost:" + postgres.port())
                .replace("/etc/coworkpay", files.at("/etc/coworkpay").toString());
    }

    private static Map<String, byte[]> secrets() throws IOException {
        var secrets = new HashMap<String, byte[]>();
        for (String service : List.of("payment", "reporting")) {
            // Files made by an editor end with a line break.
            secrets.put(service + "-database/password", bytes(SERVICES + "\n"));
            secrets.put(service + "-database-owner/password", bytes(OWNERS));
            secrets.put(service + "-service/user.password", bytes(STORE));
            secrets.put(service + "-service/user.p12", Files.readAllBytes(certificate.store()));
        }
        secrets.put("payment-oidc-client/secret", bytes("oidc"));
        secrets.put("console-oidc-client/secret", bytes(CLIENT + "\n"));
        secrets.put("console-session/secret", bytes(SESSION + "\n"));
        secrets.put("payment-return-keyset/return-keyset.json", made("return-keyset.json", Signer::newKeysetFile));
        secrets.put("payment-keyset/envelope-keyset.json", made("keyset.json", Sealer::newKeysetFile));
        secrets.put("coworkpay-postgresql-ca/ca.crt", bytes(certificate.certificatePem()));
        secrets.put("coworkpay-kafka-cluster-ca-cert/ca.crt", bytes(certificate.certificatePem()));
        return secrets;
    }

    private static byte[] made(String name, Consumer<Path> make) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            make.accept(file);
        }
        return Files.readAllBytes(file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void database(String name) throws SQLException {
        postgres.createDatabase(name, name + "_owner", OWNERS);
        try (var server = postgres.connect("postgres")) {
            execute(server, "create role " + name + "_app login password '" + SERVICES + "'");
            // As the operator leaves it: until the first migration anybody may come in.
            execute(server, "grant connect on database " + name + " to public");
        }
    }

    /// As CloudNativePG's cluster: whoever comes in clear text is sent away.
    private static void withTls() throws IOException, SQLException {
        try (var server = postgres.connect("postgres")) {
            Path data = Path.of(text(server, "show data_directory"));
            for (var file : Map.of("own.crt", certificate.certificatePem(), "own.key", certificate.keyPem())
                    .entrySet()) {
                Path written = Files.writeString(data.resolve(file.getKey()), file.getValue());
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
                Files.setOwner(written, Files.getOwner(data));
            }
            execute(server, "alter system set ssl_cert_file = 'own.crt'");
            execute(server, "alter system set ssl_key_file = 'own.key'");
            execute(server, "alter system set ssl = on");
            Path rules = data.resolve("pg_hba.conf");
            Files.writeString(rules, "hostnossl all payment_app,reporting_app all reject\n" + Files.readString(rules));
            execute(server, "select pg_reload_conf()");
        }
    }

    private static Connection connection(String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database) + "?sslmode=require", user, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String log(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".log"));
    }

    private static int status(int port, String path) throws InterruptedException {
        try {
            return get(port, path).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static String body(int port, String path) throws IOException, InterruptedException {
        return get(port, path).body();
    }

    private static HttpResponse<String> get(int port, String path, String... headers)
            throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Accept", "text/html, text/plain;version=0.0.4");
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
