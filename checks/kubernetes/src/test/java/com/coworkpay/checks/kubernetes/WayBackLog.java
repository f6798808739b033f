package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The way back from KakaoPay holds a signature and a `pg_token`, and a checkout's address is its key, that of its page
/// too: no controller that the how-to names writes them down.
final class WayBackLog {
    private static final List<String> SIGNED = List.of(
            "/v1/return/0190-a/c2ln/approved",
            "/v1/checkouts/0190-a/c2ln",
            "/v1/checkouts/0190-a/c2ln/stream",
            "/checkout/0190-a/c2ln",
            "/checkout/0190-a/c2ln/receipt");
    private static final String OTHER = "/v1/locations/x/payments";

    private static final Map<String, String> OFF = Map.of(
            "nginx.ingress.kubernetes.io/enable-access-log", "false",
            "nginx.org/location-snippets", "access_log off;",
            "haproxy-ingress.github.io/config-backend",
                    "http-request set-log-level silent if { path_beg /v1/return/ /v1/checkouts/ /checkout/ }",
            "traefik.ingress.kubernetes.io/router.observability.accesslogs", "false");

    private WayBackLog() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        for (var ingress : manifests.ofKind("Ingress")) {
            var annotations = ingress.at("/metadata/annotations");
            OFF.forEach((annotation, off) -> {
                boolean isOff = annotations.path(annotation).asText().equals(off);
                if (!isOff && SIGNED.stream().anyMatch(path -> leads(ingress, path))) {
                    findings.add(
                            Manifests.idOf(ingress) + " has the way back logged: " + annotation + " is not " + off);
                }
                if (isOff && leads(ingress, OTHER)) {
                    findings.add(Manifests.idOf(ingress) + " has what is not the way back unlogged: " + annotation);
                }
            });
        }
        return findings;
    }

    private static boolean leads(JsonNode ingress, String path) {
        return Manifests.each(ingress.at("/spec/rules"))
                .flatMap(rule -> Manifests.each(rule.at("/http/paths")))
                .anyMatch(candidate -> Pattern.compile(candidate.path("path").asText())
                        .matcher(path)
                        .lookingAt());
    }
}
