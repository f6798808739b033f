package com.coworkpay.tools.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.tools.local.Polling;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {
    private static final Map<String, String> SECRETS =
            Map.of("portal", "portal-secret", "booking-system", "b", "payment-service", "p");
    private static final String VERIFIER = "a-verifier-of-a-good-length-0123456789-0123456789";

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private Issuer issuer;

    @BeforeEach
    void start() throws Exception {
        issuer = Issuer.start(vertx, IssuerSettings.of(0, folder.resolve("issuer.key"), SECRETS));
    }

    @AfterEach
    void stop() {
        issuer.close();
        Polling.on(vertx.close(), "vertx");
    }

    @Test
    void aMachineWithItsSecretGetsASignedTokenForEveryLocation() throws Exception {
        var answer = token(
                Map.of("grant_type", "client_credentials", "client_id", "portal", "client_secret", "portal-secret"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var claims = verified(new JsonObject(answer.body()).getString("access_token"));
        assertThat(claims.getString("iss")).isEqualTo(issuer.uri().toString());
        assertThat(claims.getString("sub")).isEqualTo("portal");
        assertThat(claims.getString("aud")).isEqualTo("coworkpay");
        assertThat(claims.getJsonObject("locations").encode()).isEqualTo("{\"*\":[\"payment:create\"]}");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(600);
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        var answer = token(
                Map.of("grant_type", "client_credentials", "client_id", "portal", "client_secret", "portal-secreT"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client").doesNotContain("access_token");
    }

    @Test
    void theSecretMayComeInTheHeader() throws Exception {
        var request = tokenRequest(Map.of("grant_type", "client_credentials"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("portal:portal-secret".getBytes(StandardCharsets.UTF_8)))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void aPersonHasTheirLocationsAndTheDemoLocationsAskedFor() throws Exception {
        var claims = person("minji", "location:demo-1-a");
        assertThat(claims.getJsonObject("locations").fieldNames())
                .containsExactlyInAnyOrder("gangnam", "hongdae", "demo-1-a");
        assertThat(person("jisoo", "").getJsonObject("locations").fieldNames()).isEmpty();
    }

    @Test
    void nobodyGetsALocationThatIsNotTheirs() throws Exception {
        for (String scope : new String[] {"location:busan", "location:*", "location:demo-1 location:busan"}) {
            var answer = token(Map.of("grant_type", Issuer.PERSON_GRANT, "person", "minji", "scope", scope));
            assertThat(answer.statusCode()).as(scope).isEqualTo(400);
            assertThat(answer.body()).contains("invalid_scope");
        }
    }

    @Test
    void signInByBrowserGivesOneTokenPerCode() throws Exception {
        String code = codeFor("minji", "http://localhost:8080/signed-in");
        var fields = codeFields(code, VERIFIER);
        var answer = token(fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        var json = new JsonObject(answer.body());
        assertThat(verified(json.getString("access_token")).getString("sub")).isEqualTo("minji");
        assertThat(verified(json.getString("id_token")).getString("nonce")).isEqualTo("n1");
        assertThat(token(fields).statusCode()).as("the same code again").isEqualTo(400);
    }

    @Test
    void aCodeWithoutItsVerifierIsWorthNothing() throws Exception {
        String code = codeFor("minji", "http://localhost:8080/signed-in");
        assertThat(token(codeFields(code, VERIFIER + "x")).statusCode()).isEqualTo(400);
    }

    @Test
    void aCodeGoesOnlyToAPageOnThisMachine() throws Exception {
        for (String uri : new String[] {
            "http://evil.example/x", "https://localhost.evil.example", "http://a@evil.example", "javascript:1", ""
        }) {
            var answer = http.send(
                    HttpRequest.newBuilder(issuer.uri().resolve("/authorize?" + form(authorization(uri))))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(uri).isEqualTo(400);
            assertThat(answer.headers().firstValue("location")).isEmpty();
        }
    }

    @Test
    void theKeyOutlivesARestart() throws Exception {
        String before = jwks();
        issuer.close();
        issuer = Issuer.start(vertx, IssuerSettings.of(0, folder.resolve("issuer.key"), SECRETS));
        assertThat(jwks()).isEqualTo(before);
    }

    @Test
    void whatIsCarriedThroughThePageIsEscaped() throws Exception {
        var fields = new java.util.HashMap<>(authorization("http://localhost:8080/x"));
        fields.put("state", "\"><script>alert(1)</script>");
        var page = http.send(
                HttpRequest.newBuilder(issuer.uri().resolve("/authorize?" + form(fields)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Kim Minji").doesNotContain("<script>alert");
    }

    private String codeFor(String person, String redirectUri) throws Exception {
        var fields = new java.util.HashMap<>(authorization(redirectUri));
        fields.put("person", person);
        var request = HttpRequest.newBuilder(issuer.uri().resolve("/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)))
                .build();
        var location = URI.create(http.send(request, BodyHandlers.ofString())
                .headers()
                .firstValue("location")
                .orElseThrow());
        assertThat(location.getQuery()).contains("state=s1");
        return location.getQuery().replaceAll(".*code=([^&]+).*", "$1");
    }

    private static Map<String, String> authorization(String redirectUri) {
        return Map.of(
                "client_id", "portal-web",
                "response_type", "code",
                "redirect_uri", redirectUri,
                "scope", "openid",
                "state", "s1",
                "nonce", "n1",
                "code_challenge", SignInCodes.challengeOf(VERIFIER),
                "code_challenge_method", "S256");
    }

    private static Map<String, String> codeFields(String code, String verifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", "portal-web",
                "code", code,
                "redirect_uri", "http://localhost:8080/signed-in",
                "code_verifier", verifier);
    }

    private JsonObject person(String id, String scope) throws Exception {
        var answer = token(Map.of("grant_type", Issuer.PERSON_GRANT, "person", id, "scope", scope));
        return verified(new JsonObject(answer.body()).getString("access_token"));
    }

    private HttpResponse<String> token(Map<String, String> fields) throws Exception {
        return http.send(tokenRequest(fields).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder tokenRequest(Map<String, String> fields) {
        return HttpRequest.newBuilder(issuer.uri().resolve("/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)));
    }

    private String jwks() throws Exception {
        return http.send(HttpRequest.newBuilder(issuer.uri().resolve("/jwks")).build(), BodyHandlers.ofString())
                .body();
    }

    /// The claims, after checking the signature with nothing but the published key.
    private JsonObject verified(String jwt) throws Exception {
        var key = new JsonObject(jwks()).getJsonArray("keys").getJsonObject(0);
        var decoder = Base64.getUrlDecoder();
        var publicKey = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, decoder.decode(key.getString("n"))),
                        new BigInteger(1, decoder.decode(key.getString("e")))));
        String[] parts = jwt.split("\\.");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publicKey);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(decoder.decode(parts[2]))).isTrue();
        return new JsonObject(new String(decoder.decode(parts[1]), StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
