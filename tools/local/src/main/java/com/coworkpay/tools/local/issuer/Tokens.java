package com.coworkpay.tools.local.issuer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes the tokens: who, for which audience, and the `locations` claim with their permissions.
final class Tokens {
    private static final String AUDIENCE = "coworkpay";
    private static final String REFRESH_AUDIENCE = "refresh";
    private static final Duration REFRESH_LIFE = Duration.ofDays(1);
    private static final String LOCATION_SCOPE = "location:";
    private static final int MAX_ASKED_LOCATIONS = 20;

    private final SigningKey key;
    private final String issuer;
    private final IssuerSettings settings;
    private final Clock clock;

    Tokens(SigningKey key, String issuer, IssuerSettings settings, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.settings = settings;
        this.clock = clock;
    }

    JsonObject forMachine(Directory.Machine machine) {
        String token = accessToken(
                machine.id(), machine.id(), machine.permissions().claim(List.of()), settings.machineTokenLife());
        return answer(token, settings.machineTokenLife());
    }

    JsonObject forPerson(Directory.Person person, String client, String scope, @Nullable String nonce) {
        var life = settings.personTokenLife();
        String token = accessToken(person.id(), client, person.permissions().claim(askedLocations(scope)), life);
        var answer = answer(token, life);
        if (scopes(scope).contains("openid")) {
            answer.put("id_token", idToken(person, client, nonce, life));
        }
        if (client.equals(Directory.CONSOLE)) {
            answer.put("refresh_token", refreshToken(person, client, scope));
        }
        return answer;
    }

    /// What a refresh token is for.
    record Refresh(String personId, String scope) {}

    /// Signed as all tokens are, and for nobody but this issuer: services refuse its audience. So it outlives a
    /// restart.
    private String refreshToken(Directory.Person person, String client, String scope) {
        return key.sign(claims(person.id(), REFRESH_LIFE)
                .put("aud", REFRESH_AUDIENCE)
                .put("client_id", client)
                .put("scope", scope)
                .put("jti", UUID.randomUUID().toString()));
    }

    /// @return null if it is none of this issuer's, of another client, or too old
    @Nullable
    Refresh refresh(String token, String client) {
        var claims = key.verified(token);
        if (claims == null
                || !REFRESH_AUDIENCE.equals(claims.getValue("aud"))
                || !client.equals(claims.getString("client_id"))
                || claims.getLong("exp", 0L) <= clock.instant().getEpochSecond()) {
            return null;
        }
        return new Refresh(claims.getString("sub"), claims.getString("scope"));
    }

    /// Each location that a scope names as `location:<id>` must be one the person has permissions at.
    static boolean mayHave(Directory.Person person, String scope) {
        var asked = askedLocations(scope);
        return asked.size() <= MAX_ASKED_LOCATIONS
                && asked.stream()
                        .noneMatch(location -> person.permissions().at(location).isEmpty());
    }

    private static List<String> askedLocations(String scope) {
        return scopes(scope).stream()
                .filter(word -> word.startsWith(LOCATION_SCOPE))
                .map(word -> word.substring(LOCATION_SCOPE.length()))
                .toList();
    }

    private static List<String> scopes(String scope) {
        return Arrays.stream(scope.split(" ")).filter(word -> !word.isBlank()).toList();
    }

    private String accessToken(String subject, String client, Map<String, List<String>> locations, Duration life) {
        var claim = new JsonObject();
        locations.forEach((location, permissions) -> claim.put(location, new JsonArray(permissions)));
        return key.sign(claims(subject, life)
                .put("aud", AUDIENCE)
                .put("azp", client)
                .put("client_id", client)
                .put("jti", UUID.randomUUID().toString())
                .put("locations", claim));
    }

    private String idToken(Directory.Person person, String client, @Nullable String nonce, Duration life) {
        var claims = claims(person.id(), life)
                .put("aud", client)
                .put("name", person.name())
                .put("auth_time", clock.instant().getEpochSecond());
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        return key.sign(claims);
    }

    private JsonObject claims(String subject, Duration life) {
        long now = clock.instant().getEpochSecond();
        return new JsonObject()
                .put("iss", issuer)
                .put("sub", subject)
                .put("iat", now)
                .put("exp", now + life.toSeconds());
    }

    private static JsonObject answer(String accessToken, Duration life) {
        return new JsonObject()
                .put("access_token", accessToken)
                .put("token_type", "Bearer")
                .put("expires_in", life.toSeconds());
    }
}
