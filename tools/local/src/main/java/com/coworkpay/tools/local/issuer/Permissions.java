package com.coworkpay.tools.local.issuer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What somebody may do, by location id. A key ending in `*` stands for all locations whose id begins so; the key `*`
/// alone goes into the token as it is and means every location (for machines and operators).
record Permissions(Map<String, List<String>> byLocation) {
    static final String EVERYWHERE = "*";

    Permissions {
        byLocation = Map.copyOf(byLocation);
    }

    /// The `locations` claim: everything named outright, and of the prefixes only the locations that were asked for,
    /// so that a token stays small however many locations there are.
    Map<String, List<String>> claim(List<String> askedLocations) {
        var claim = new TreeMap<String, List<String>>();
        byLocation.forEach((location, permissions) -> {
            if (!isPrefix(location)) {
                claim.put(location, permissions);
            }
        });
        askedLocations.forEach(asked -> claim.putIfAbsent(asked, at(asked)));
        claim.values().removeIf(List::isEmpty);
        return claim;
    }

    List<String> at(String locationId) {
        var named = byLocation.get(locationId);
        if (named != null) {
            return named;
        }
        return byLocation.entrySet().stream()
                .filter(entry -> isPrefix(entry.getKey()) && locationId.startsWith(prefixOf(entry.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isPrefix(String location) {
        return location.endsWith("*") && !location.equals(EVERYWHERE);
    }

    private static String prefixOf(String location) {
        return location.substring(0, location.length() - 1);
    }
}
