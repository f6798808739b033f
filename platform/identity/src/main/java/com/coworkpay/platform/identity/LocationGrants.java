package com.coworkpay.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// The permissions claim: a JSON object `{locationId: [permissions]}`, or the same as a JSON text, which some issuers
/// can only make. Key `"*"` means every location.
///
/// A text that is no location id is nowhere, for everybody: `"*"` in a path opens nothing.
///
/// Whatever is missing or has another form grants nothing: a claim comes from outside and may hold anything. A check
/// looks at the asked location alone, so a huge claim costs no more than a small one.
record LocationGrants(JsonObject byLocation) {

    static final String EVERYWHERE = "*";

    static final LocationGrants NONE = new LocationGrants(JsonValue.EMPTY_JSON_OBJECT);

    static LocationGrants of(SecurityIdentity identity, String claim) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return NONE;
        }
        return of(token.<@Nullable Object>getClaim(claim));
    }

    static LocationGrants of(@Nullable Object claimValue) {
        return switch (claimValue) {
            case JsonObject object -> new LocationGrants(object);
            case JsonString text -> parse(text.getString());
            case String text -> parse(text);
            case null, default -> NONE;
        };
    }

    boolean allow(@Nullable String locationId, String permission) {
        return LocationId.isValid(locationId) && (grants(EVERYWHERE, permission) || grants(locationId, permission));
    }

    boolean allowEverywhere(String permission) {
        return grants(EVERYWHERE, permission);
    }

    boolean knownAt(@Nullable String locationId) {
        return LocationId.isValid(locationId) && (hasAny(EVERYWHERE) || hasAny(locationId));
    }

    boolean knownEverywhere() {
        return hasAny(EVERYWHERE);
    }

    SortedSet<String> locations() {
        return byLocation.keySet().stream()
                .filter(key -> LocationId.isValid(key) && hasAny(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    SortedSet<String> permissions(String locationId) {
        return Stream.of(EVERYWHERE, locationId)
                .flatMap(key -> at(key).stream())
                .flatMap(value -> value instanceof JsonString word ? Stream.of(word.getString()) : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean grants(@Nullable String key, String permission) {
        return at(key).stream()
                .anyMatch(v -> v instanceof JsonString s && s.getString().equals(permission));
    }

    private boolean hasAny(@Nullable String key) {
        return at(key).stream().anyMatch(v -> v instanceof JsonString);
    }

    private JsonArray at(@Nullable String key) {
        return byLocation.get(key) instanceof JsonArray permissions ? permissions : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static LocationGrants parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return new LocationGrants(reader.readObject());
        } catch (RuntimeException _) {
            // JsonException for a wrong form, and a plain one for a text that is nested too deeply.
            return NONE;
        }
    }
}
