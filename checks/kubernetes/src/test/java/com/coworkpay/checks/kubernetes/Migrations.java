package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One job migrates each service's database and ends; a service migrates nothing, looks whether it was done, and holds
/// no password of the owner.
final class Migrations {
    private static final Map<String, String> JOB = Map.of(
            "QUARKUS_INIT_AND_EXIT", "true",
            "COWORKPAY_MIGRATE_AT_START", "true",
            "QUARKUS_FLYWAY_VALIDATE_AT_START", "false");
    private static final Map<String, String> SERVICE =
            Map.of("COWORKPAY_MIGRATE_AT_START", "false", "QUARKUS_FLYWAY_VALIDATE_AT_START", "true");

    private static final String OWNERS_PASSWORD = "quarkus.flyway.password";
    private static final String SERVICES_PASSWORD = "quarkus.datasource.password";

    private Migrations() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        for (var service : manifests.services()) {
            String name = Manifests.nameOf(service);
            String job = "Job/" + name.replace("-service", "-migrations");
            runs(manifests, service, SERVICE, SERVICES_PASSWORD, OWNERS_PASSWORD, findings);
            if (!manifests.has(job)) {
                findings.add("nobody migrates the database of " + name);
                continue;
            }
            runs(manifests, manifests.get(job), JOB, OWNERS_PASSWORD, SERVICES_PASSWORD, findings);
            String image = image(service);
            if (!image.equals(image(manifests.get(job)))) {
                findings.add(job + " migrates to another version than " + name + " is");
            }
        }
        return findings;
    }

    private static void runs(
            Manifests manifests,
            JsonNode workload,
            Map<String, String> wanted,
            String file,
            String otherFile,
            List<String> findings) {
        var environment = Pods.environment(manifests, workload);
        String id = Manifests.idOf(workload);
        wanted.forEach((name, value) -> {
            if (!value.equals(environment.get(name))) {
                findings.add(id + " has " + name + "=" + environment.get(name));
            }
        });
        String volumes = Pods.spec(workload).path("volumes").toString();
        if (!volumes.contains('"' + file + '"') || volumes.contains('"' + otherFile + '"')) {
            findings.add(id + " needs " + file + " and must not have " + otherFile);
        }
    }

    private static String image(JsonNode workload) {
        return Pods.containers(workload).findFirst().orElseThrow().path("image").asText();
    }
}
