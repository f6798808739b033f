package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A node, a zone or a new version takes no service away: a budget for each, spread over nodes and zones, none taken
/// before another is ready.
final class Disruption {
    private static final List<String> PLACES = List.of("topology.kubernetes.io/zone", "kubernetes.io/hostname");

    private Disruption() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        for (var deployment : manifests.programs()) {
            String id = Manifests.idOf(deployment);
            var selected = deployment.at("/spec/selector/matchLabels");
            var budgets = manifests.ofKind("PodDisruptionBudget").stream()
                    .filter(budget -> budget.at("/spec/selector/matchLabels").equals(selected))
                    .toList();
            if (budgets.size() != 1) {
                findings.add(id + " has " + budgets.size() + " disruption budgets");
            }
            if (budgets.stream()
                    .anyMatch(budget -> budget.at("/spec/maxUnavailable").asInt() != 1)) {
                findings.add(id + " may lose more than one pod, or none at all");
            }
            if (deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1) != 0
                    || deployment.at("/spec/strategy/rollingUpdate/maxSurge").asInt() < 1) {
                findings.add(id + " takes a pod away before another one is ready");
            }
            for (String place : PLACES) {
                if (spreads(deployment, place, selected) != 1) {
                    findings.add(id + " is not spread over " + place);
                }
            }
        }
        return findings;
    }

    private static long spreads(JsonNode deployment, String place, JsonNode selected) {
        return Manifests.each(Pods.spec(deployment).path("topologySpreadConstraints"))
                .filter(spread -> spread.path("topologyKey").asText().equals(place))
                .filter(spread -> spread.path("maxSkew").asInt() == 1)
                .filter(spread -> spread.at("/labelSelector/matchLabels").equals(selected))
                .filter(spread -> spread.path("matchLabelKeys").toString().contains("pod-template-hash"))
                .count();
    }
}
