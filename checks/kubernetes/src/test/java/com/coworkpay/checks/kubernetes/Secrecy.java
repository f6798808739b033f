package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Secrets are files of mounted Secrets, readable by the service alone: never in a variable, a ConfigMap or a manifest.
/// And each Secret that is mounted is made by an operator or is in the list of those that a platform team makes.
final class Secrecy {
    private static final Pattern NAME_OF_A_SECRET =
            Pattern.compile("PASSWORD|SECRET|TOKEN|CREDENTIAL|PRIVATE|(^|_)KEY($|_)", Pattern.CASE_INSENSITIVE);

    /// Names of settings that say where a secret is, or what kind of file it is in.
    private static final Pattern NO_SECRET_ITSELF =
            Pattern.compile("(_FILE|_LOCATION|_TYPE|_URL)$|^COWORKPAY_CREDENTIALS?_", Pattern.CASE_INSENSITIVE);

    private static final Pattern SECRET_INSIDE =
            Pattern.compile("://[^/@]+:[^/@]+@|password=|-----BEGIN", Pattern.CASE_INSENSITIVE);

    private static final int OWNER_AND_GROUP = 0440;
    private static final String DOCUMENT = "docs/how-to/deploy-on-kubernetes.md";

    private Secrecy() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        manifests.ofKind("Secret").forEach(secret -> findings.add(Manifests.idOf(secret) + " is in a manifest"));
        manifests.ofKind("ConfigMap").stream()
                .filter(map -> !Manifests.nameOf(map).startsWith("grafana"))
                .forEach(map -> Pods.texts(map.path("data"))
                        .forEach((name, value) -> text(Manifests.idOf(map), name, value, findings)));
        for (var workload : manifests.workloads()) {
            variables(workload, findings);
            files(workload, known(manifests), findings);
        }
        return findings;
    }

    private static void variables(JsonNode workload, List<String> findings) {
        String id = Manifests.idOf(workload);
        Pods.containers(workload).forEach(container -> {
            Manifests.each(container.path("envFrom"))
                    .filter(from -> from.has("secretRef"))
                    .forEach(from -> findings.add(id + " has a Secret in its variables"));
            Manifests.each(container.path("env")).forEach(variable -> {
                if (variable.at("/valueFrom/secretKeyRef").isObject()) {
                    findings.add(id + " has a secret in variable "
                            + variable.path("name").asText());
                }
                text(id, variable.path("name").asText(), variable.path("value").asText(), findings);
            });
        });
    }

    private static void text(String where, String name, String value, List<String> findings) {
        boolean named = NAME_OF_A_SECRET.matcher(name).find()
                && !NO_SECRET_ITSELF.matcher(name).find();
        if (named || SECRET_INSIDE.matcher(value).find()) {
            findings.add(where + " holds what may be a secret: " + name);
        }
    }

    private static void files(JsonNode workload, Set<String> known, List<String> findings) {
        String id = Manifests.idOf(workload);
        Manifests.each(Pods.spec(workload).path("volumes")).forEach(volume -> {
            var secret = volume.path("secret");
            var projected = volume.path("projected");
            if (secret.isObject()) {
                mode(id, volume, secret, findings);
                made(id, secret.path("secretName").asText(), known, findings);
            }
            if (projected.isObject()) {
                mode(id, volume, projected, findings);
                Manifests.each(projected.path("sources"))
                        .forEach(source -> made(id, source.at("/secret/name").asText(), known, findings));
            }
        });
    }

    private static void mode(String id, JsonNode volume, JsonNode source, List<String> findings) {
        if (source.path("defaultMode").asInt(0644) != OWNER_AND_GROUP) {
            findings.add(id + " lets others read " + volume.path("name").asText());
        }
    }

    private static void made(String id, String secret, Set<String> known, List<String> findings) {
        if (!known.contains(secret)) {
            findings.add(id + " mounts " + secret + ", which nobody makes");
        }
    }

    private static Set<String> known(Manifests manifests) {
        var known = Repository.text(DOCUMENT)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toSet());
        manifests.ofKind("KafkaUser").forEach(user -> known.add(Manifests.nameOf(user)));
        Map.of("Kafka", "-cluster-ca-cert", "Cluster", "-ca")
                .forEach((kind, suffix) ->
                        manifests.ofKind(kind).forEach(cluster -> known.add(Manifests.nameOf(cluster) + suffix)));
        return known;
    }
}
