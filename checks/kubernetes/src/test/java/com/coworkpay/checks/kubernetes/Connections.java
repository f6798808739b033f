package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Names that are written in two places are the same in both: images, ports, hosts, databases, roles.
final class Connections {
    private Connections() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        manifests.workloads().forEach(workload -> image(workload, findings));
        manifests.ofKind("Service").forEach(service -> target(manifests, service, findings));
        manifests.ofKind("Ingress").forEach(ingress -> backends(manifests, ingress, findings));
        for (var workload : manifests.workloads()) {
            var environment = Pods.environment(manifests, workload);
            if (environment.containsKey("QUARKUS_DATASOURCE_USERNAME")) {
                settings(manifests, workload, environment, findings);
            }
        }
        addresses(manifests, findings);
        return findings;
    }

    private static void image(JsonNode workload, List<String> findings) {
        String wanted = "coworkpay/" + Pods.labels(workload).get("app.kubernetes.io/name");
        Pods.containers(workload)
                .map(container -> container.path("image").asText())
                .forEach(image -> {
                    String tag = image.contains(":") ? image.substring(image.lastIndexOf(':') + 1) : "latest";
                    String name = image.contains(":") ? image.substring(0, image.lastIndexOf(':')) : image;
                    if (!name.equals(wanted) && !name.endsWith("/" + wanted)) {
                        findings.add(Manifests.idOf(workload) + " runs " + name + " instead of " + wanted);
                    }
                    if (tag.equals("latest")) {
                        findings.add(Manifests.idOf(workload) + " runs whatever is latest");
                    }
                });
    }

    private static void target(Manifests manifests, JsonNode service, List<String> findings) {
        var selector = Pods.texts(service.at("/spec/selector"));
        var targets = manifests.workloads().stream()
                .filter(workload -> Pods.labels(workload).entrySet().containsAll(selector.entrySet()))
                .toList();
        String id = Manifests.idOf(service);
        if (targets.size() != 1 || !Manifests.nameOf(targets.getFirst()).equals(Manifests.nameOf(service))) {
            findings.add(
                    id + " leads to " + targets.stream().map(Manifests::idOf).toList());
            return;
        }
        Manifests.each(service.at("/spec/ports")).forEach(port -> {
            var container = Pods.containers(targets.getFirst()).findFirst().orElseThrow();
            var named = Manifests.each(container.path("ports"))
                    .filter(p -> p.path("name")
                            .asText()
                            .equals(port.path("targetPort").asText()))
                    .map(p -> p.path("containerPort").asText())
                    .toList();
            var environment = Pods.environment(manifests, targets.getFirst());
            String listensOn =
                    environment.getOrDefault("QUARKUS_HTTP_PORT", environment.getOrDefault("SIMULATOR_PORT", ""));
            if (!named.equals(List.of(listensOn))) {
                findings.add(id + " leads to port " + named + ", where the program listens on " + listensOn);
            }
        });
    }

    private static void backends(Manifests manifests, JsonNode ingress, List<String> findings) {
        Manifests.each(ingress.at("/spec/rules"))
                .flatMap(rule -> Manifests.each(rule.at("/http/paths")))
                .map(path -> path.at("/backend/service"))
                .filter(backend -> !hasPort(
                        manifests,
                        backend.path("name").asText(),
                        backend.at("/port/name").asText()))
                .forEach(backend -> findings.add(Manifests.idOf(ingress) + " leads to " + backend));
    }

    private static boolean hasPort(Manifests manifests, String service, String port) {
        return manifests.has("Service/" + service)
                && Manifests.each(manifests.get("Service/" + service).at("/spec/ports"))
                        .anyMatch(p -> p.path("name").asText().equals(port)
                                || p.path("port").asText().equals(port));
    }

    /// Database, role, Kafka and the neighbour, as a service or its migrations have them.
    private static void settings(
            Manifests manifests, JsonNode workload, Map<String, String> environment, List<String> findings) {
        String id = Manifests.idOf(workload);
        var jdbc = URI.create(
                environment.getOrDefault("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:").substring("jdbc:".length()));
        var reactive = URI.create(environment.getOrDefault("QUARKUS_DATASOURCE_REACTIVE_URL", ""));
        String database = reactive.getPath().substring(1);
        if (!jdbc.getAuthority().equals(reactive.getAuthority())
                || !jdbc.getPath().equals(reactive.getPath())) {
            findings.add(id + " migrates another database than it uses");
        }
        if (!jdbc.getQuery().contains("sslmode=verify-full")
                || !environment
                        .getOrDefault("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE", "")
                        .equals("verify-full")) {
            findings.add(id + " does not check whom it gives its password");
        }
        for (var cluster : manifests.ofKind("Cluster")) {
            var roles = new HashSet<String>();
            Manifests.each(cluster.at("/spec/managed/roles"))
                    .forEach(role -> roles.add(role.path("name").asText()));
            String host = Manifests.nameOf(cluster) + "-rw:5432";
            String owner = manifests.has("Database/" + database)
                    ? manifests.get("Database/" + database).at("/spec/owner").asText()
                    : "nobody";
            String user = environment.getOrDefault("QUARKUS_DATASOURCE_USERNAME", "nobody");
            if (!reactive.getAuthority().equals(host)) {
                findings.add(id + " looks for its database at " + reactive.getAuthority() + ", which is at " + host);
            }
            if (!roles.containsAll(List.of(owner, user)) || user.equals(owner)) {
                findings.add(id + " runs as " + user + " on a database of " + owner + "; roles are " + roles);
            }
            if (workload.path("kind").asText().equals("Job")
                    && !environment.getOrDefault("QUARKUS_FLYWAY_USERNAME", "").equals(owner)) {
                findings.add(id + " does not migrate as the owner");
            }
        }
        for (var kafka : manifests.ofKind("Kafka")) {
            String bootstrap = Manifests.nameOf(kafka) + "-kafka-bootstrap:"
                    + kafka.at("/spec/kafka/listeners/0/port").asText();
            if (!environment.getOrDefault("KAFKA_BOOTSTRAP_SERVERS", "").equals(bootstrap)) {
                findings.add(id + " looks for Kafka elsewhere than at " + bootstrap);
            }
        }
        String neighbour = environment.get("COWORKPAY_INTEGRATION_URL");
        if (neighbour != null
                && !hasPort(
                        manifests,
                        URI.create(neighbour).getHost(),
                        "" + URI.create(neighbour).getPort())) {
            findings.add(id + " looks for integration-service at " + neighbour);
        }
    }

    /// Payers are sent back, and by a checkout's link, to where the Ingress is.
    private static void addresses(Manifests manifests, List<String> findings) {
        var installation = manifests.ofKind("ConfigMap").stream()
                .filter(map -> Manifests.nameOf(map).startsWith("installation"))
                .findFirst()
                .orElseThrow();
        String host = URI.create(
                        installation.at("/data/COWORKPAY_PUBLIC_BASE_URL").asText())
                .getHost();
        for (var ingress : List.of("Ingress/coworkpay", "Ingress/coworkpay-api", "Ingress/coworkpay-return")) {
            var rules = manifests.get(ingress).at("/spec/rules");
            if (!rules.at("/0/host").asText().equals(host) || rules.size() != 1) {
                findings.add("payers come back to " + host + ", " + ingress + " is at " + rules.at("/0/host"));
            }
        }
        var payment = Pods.environment(manifests, manifests.get("Deployment/payment-service"));
        String checkouts = URI.create(payment.getOrDefault(
                        "COWORKPAY_PAYMENT_CHECKOUT_PUBLIC_URL",
                        payment.getOrDefault("COWORKPAY_PUBLIC_BASE_URL", "nowhere")))
                .getHost();
        if (!host.equals(checkouts)) {
            findings.add("links of checkouts lead to " + checkouts + ", their pages are at " + host);
        }
        for (var ingress : List.of("Ingress/coworkpay", "Ingress/coworkpay-console")) {
            var document = manifests.get(ingress);
            String itsHost = document.at("/spec/rules/0/host").asText();
            String certificate = document.at("/spec/tls/0/hosts/0").asText(itsHost);
            if (!certificate.equals(itsHost)) {
                findings.add(ingress + " is at " + itsHost + ", its certificate is for " + certificate);
            }
        }
    }
}
