package com.coworkpay.checks.observability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An alert as a rule file has it.
record Alert(String name, String expr, JsonNode labels, JsonNode annotations) {

    static List<Alert> all() {
        List<Alert> all = new ArrayList<>();
        for (var file : Repository.files(Repository.observability().resolve("prometheus/rules"), ".yaml")) {
            for (JsonNode group : Repository.yaml(file).path("groups")) {
                for (JsonNode rule : group.path("rules")) {
                    all.add(new Alert(
                            rule.path("alert").asText(),
                            rule.path("expr").asText(),
                            rule.path("labels"),
                            rule.path("annotations")));
                }
            }
        }
        return all;
    }

    /// `PaymentNeedsReview` has `docs/runbooks/payment-needs-review.md`.
    String runbook() {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-");
        return "docs/runbooks/" + words.toLowerCase(Locale.ROOT) + ".md";
    }

    @Override
    public String toString() {
        return name;
    }
}
