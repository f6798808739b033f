package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Each program is asked whether it has started, lives and is ready, at the addresses that it has for it; and none
/// of the three looks at Kafka, by its settings in the library and by nothing that an installation sets.
final class Health {
    private static final Map<String, String> PROBES = Map.of(
            "startupProbe", "/q/health/started",
            "livenessProbe", "/q/health/live",
            "readinessProbe", "/q/health/ready");

    /// With the library that brings Kafka.
    private static final String DEFAULTS = "platform/outbox/src/main/resources/META-INF/microprofile-config.properties";

    private static final List<String> WITHOUT_KAFKA = List.of(
            "quarkus.messaging.health.enabled=false", "mp.messaging.connector.smallrye-kafka.health-enabled=false");

    private Health() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        for (var deployment : manifests.programs()) {
            var container = Pods.containers(deployment).findFirst().orElseThrow();
            PROBES.forEach((probe, path) -> {
                if (!asks(container.path(probe), path)) {
                    findings.add(Manifests.idOf(deployment) + " has no " + probe + " at " + path);
                }
            });
            Pods.environment(manifests, deployment).keySet().stream()
                    .filter(variable -> variable.contains("HEALTH"))
                    .forEach(variable ->
                            findings.add(Manifests.idOf(deployment) + " changes what its health is by " + variable));
        }
        WITHOUT_KAFKA.stream()
                .filter(setting -> Repository.text(DEFAULTS).lines().noneMatch(setting::equals))
                .forEach(setting -> findings.add(DEFAULTS + " lacks " + setting));
        return findings;
    }

    private static boolean asks(JsonNode probe, String path) {
        return probe.at("/httpGet/path").asText().equals(path)
                && probe.at("/httpGet/port").asText().equals("http")
                && probe.path("periodSeconds").asInt() > 0
                && probe.path("failureThreshold").asInt() > 0;
    }
}
