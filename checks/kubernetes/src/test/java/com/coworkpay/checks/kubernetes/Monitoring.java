package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/// Every program is scraped as the job that the alert rules know it by, and the rules are those of
/// deploy/observability.
final class Monitoring {
    private static final String RULES = "deploy/observability/prometheus/rules";

    private Monitoring() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        for (var monitor : manifests.ofKind("PodMonitor")) {
            var selector = monitor.at("/spec/selector");
            var endpoint = monitor.at("/spec/podMetricsEndpoints/0");
            manifests.programs().stream()
                    .filter(program -> !NetworkEdges.selects(selector, Pods.labels(program)))
                    .forEach(program -> findings.add(Manifests.idOf(program) + " is not scraped"));
            if (!endpoint.path("path").asText().equals("/q/metrics")
                    || !endpoint.path("port").asText().equals("http")
                    || !monitor.at("/spec/jobLabel").asText().equals("app.kubernetes.io/name")) {
                findings.add(Manifests.idOf(monitor) + " does not read metrics of the program by its name");
            }
        }
        var groups = JsonNodeFactory.instance.arrayNode();
        Repository.files(RULES, ".yaml").forEach(file -> Yaml.read(Repository.text(RULES + "/" + file.getFileName()))
                .path("groups")
                .forEach(groups::add));
        if (manifests.ofKind("PodMonitor").isEmpty()
                || manifests.ofKind("PrometheusRule").size() != 1
                || !manifests
                        .ofKind("PrometheusRule")
                        .getFirst()
                        .at("/spec/groups")
                        .equals(groups)) {
            findings.add("the alert rules are not those of " + RULES
                    + ": run deploy/kubernetes/components/monitoring/take-rules");
        }
        return findings;
    }
}
