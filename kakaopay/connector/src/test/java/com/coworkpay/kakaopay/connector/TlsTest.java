package com.coworkpay.kakaopay.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Certificates and host names are checked, and a failed handshake is surely not sent.
class TlsTest extends ConnectorTestBase {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        makeCertificate("localhost");
        makeCertificate("other.example");
    }

    /// The JVM's own trust settings are read when a client makes its first TLS connection.
    @AfterEach
    void trustNothingSpecial() {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
    }

    @Test
    void aCertificateNobodyVouchesForIsNotSent() throws Exception {
        try (RawServer server = tlsServer("localhost", "TLSv1.2")) {
            assertThat(approve(server.url())).isEqualTo(new Outcome.NotSent<>(NotSentReason.TLS_FAILED, null));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aTrustedCertificateOfAnotherHostIsNotSent() throws Exception {
        try (RawServer server = tlsServer("other.example", "TLSv1.2")) {
            trust("other.example");
            assertThat(approve(server.url())).isEqualTo(new Outcome.NotSent<>(NotSentReason.TLS_FAILED, null));
            assertThat(server.requests()).isEmpty();
        }
    }

    /// KakaoPay's hosts offer 1.2 only.
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aTrustedCertificateOfTheHostIsSpokenTo(String version) throws Exception {
        try (RawServer server = tlsServer("localhost", version)) {
            trust("localhost");
            assertThat(approve(server.url())).isInstanceOf(Outcome.Done.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsNotSent() throws Exception {
        try (RawServer plain = RawServer.start(vertx.getDelegate(), (socket, request) -> {})) {
            URI url = URI.create(plain.url().toString().replace("http:", "https:"));
            Outcome<Approval> outcome = approve(url);
            assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
            assertThat(reason(outcome)).isIn(NotSentReason.TLS_FAILED, NotSentReason.CONNECT_TIMEOUT);
        }
    }

    private static Outcome<Approval> approve(URI url) {
        try (KakaoPay kakaoPay = new KakaoPay(vertx, Samples.settings(url))) {
            return await(kakaoPay.approve(Samples.account(CredentialKind.SECRET_KEY), Samples.approveRequest()));
        }
    }

    private static RawServer tlsServer(String host, String version) throws Exception {
        NetServerOptions options = new NetServerOptions();
        options.setKeyCertOptions(
                new PfxOptions().setPath(store(host).toString()).setPassword(PASSWORD));
        options.setEnabledSecureTransportProtocols(java.util.Set.of(version));
        return RawServer.startTls(
                vertx.getDelegate(),
                options,
                (socket, request) -> socket.write(RawServer.http(200, Samples.APPROVE_MONEY)));
    }

    private static void trust(String host) {
        System.setProperty("javax.net.ssl.trustStore", store(host).toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    }

    private static Path store(String host) {
        return folder.resolve(host + ".p12");
    }

    /// By the JDK's own tool: a certificate that is its own authority.
    private static void makeCertificate(String host) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        Stream.of(
                                ("-genkeypair -alias server -keyalg EC -validity 2 -storetype PKCS12 -dname CN=" + host
                                                + " -ext SAN=dns:" + host + " -ext bc:c=ca:true -storepass " + PASSWORD
                                                + " -keystore " + store(host))
                                        .split(" ")))
                .toList();
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
