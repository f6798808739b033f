package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may speak to whom, worked out of the network policies as a cluster would: between two pods both ends must allow
/// it. Compared with the table of the how-to, edge by edge.
final class NetworkEdges {
    /// Of an address block without all that is private.
    private static final String PUBLIC = "public addresses";

    private static final Set<String> PRIVATE_BLOCKS = Set.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    /// Strimzi makes a policy for its brokers by itself: its own pods on these ports, and the peers of each listener.
    private static final String STRIMZI = """
            kind: NetworkPolicy
            metadata: {name: strimzi}
            spec:
              podSelector: {matchLabels: {strimzi.io/name: %1$s-kafka}}
              policyTypes: [Ingress]
              ingress:
                - from: [{podSelector: {matchLabels: {strimzi.io/cluster: %1$s}}}]
                  ports: [{port: 9090}, {port: 9091}]
            """;

    private final Map<String, Map<String, String>> pods = new LinkedHashMap<>();
    private final List<JsonNode> policies = new ArrayList<>();

    private NetworkEdges(Manifests manifests) {
        manifests.workloads().forEach(workload -> pods.put(Manifests.nameOf(workload), Pods.labels(workload)));
        policies.addAll(manifests.ofKind("NetworkPolicy"));
        manifests
                .ofKind("Cluster")
                .forEach(cluster -> pods.put("postgresql", Map.of("cnpg.io/cluster", Manifests.nameOf(cluster))));
        manifests.ofKind("Kafka").forEach(this::strimzi);
    }

    static List<String> findings(Manifests manifests, Overlay overlay) {
        var network = new NetworkEdges(manifests);
        var findings = new ArrayList<>(network.open());
        var allowed = network.edges();
        var wanted = EdgeTable.of(overlay);
        allowed.stream().filter(edge -> !wanted.contains(edge)).forEach(edge -> findings.add("not wanted: " + edge));
        wanted.stream().filter(edge -> !allowed.contains(edge)).forEach(edge -> findings.add("missing: " + edge));
        return findings;
    }

    private void strimzi(JsonNode kafka) {
        String name = Manifests.nameOf(kafka);
        pods.put("kafka", Map.of("strimzi.io/cluster", name, "strimzi.io/name", name + "-kafka"));
        pods.put(
                "kafka-entity-operator",
                Map.of("strimzi.io/cluster", name, "strimzi.io/name", name + "-entity-operator"));
        var policy = (com.fasterxml.jackson.databind.node.ObjectNode) Yaml.read(STRIMZI.formatted(name));
        Manifests.each(kafka.at("/spec/kafka/listeners")).forEach(listener -> {
            var rule = policy.withArray("/spec/ingress").addObject();
            rule.set("from", listener.path("networkPolicyPeers"));
            rule.withArray("ports").addObject().set("port", listener.path("port"));
        });
        policies.add(policy);
    }

    /// Pods that no policy closes: everything may speak to them, or they to everything.
    private List<String> open() {
        return Stream.of("Ingress", "Egress")
                .flatMap(way -> pods.keySet().stream()
                        .filter(pod -> selecting(pod, way).findAny().isEmpty())
                        .map(pod -> pod + " is not closed: " + way))
                .toList();
    }

    private Set<String> edges() {
        var edges = new TreeSet<String>();
        for (String from : pods.keySet()) {
            rules(from, "Egress", "egress", "to").forEach(rule -> {
                for (String port : rule.ports()) {
                    outsiders(rule.peers()).forEach(outsider -> edges.add(edge(from, outsider, port)));
                    pods.keySet().stream()
                            .filter(to -> rule.lets(labels(to)) && receives(to, from, port))
                            .forEach(to -> edges.add(edge(from, to, port)));
                }
            });
            rules(from, "Ingress", "ingress", "from")
                    .forEach(rule -> rule.ports().forEach(port -> outsiders(rule.peers())
                            .forEach(outsider -> edges.add(edge(outsider, from, port)))));
        }
        return edges;
    }

    static String edge(String from, String to, String port) {
        return from + " → " + to + " " + port;
    }

    private boolean receives(String to, String from, String port) {
        return rules(to, "Ingress", "ingress", "from")
                .anyMatch(rule -> rule.lets(labels(from))
                        && (rule.ports().contains(port) || rule.ports().contains("any")));
    }

    private Map<String, String> labels(String pod) {
        return pods.getOrDefault(pod, Map.of());
    }

    private Stream<JsonNode> selecting(String pod, String way) {
        return policies.stream()
                .filter(policy -> policy.at("/spec/policyTypes").toString().contains(way))
                .filter(policy -> selects(policy.at("/spec/podSelector"), labels(pod)));
    }

    private Stream<Rule> rules(String pod, String way, String list, String peers) {
        return selecting(pod, way)
                .flatMap(policy -> Manifests.each(policy.path("spec").path(list)))
                .map(rule -> new Rule(Manifests.each(rule.path(peers)).toList(), ports(rule.path("ports"))));
    }

    private record Rule(List<JsonNode> peers, Set<String> ports) {
        boolean lets(Map<String, String> labels) {
            return peers.stream()
                    .anyMatch(peer -> peer.has("podSelector")
                            && !peer.has("namespaceSelector")
                            && selects(peer.path("podSelector"), labels));
        }
    }

    private static Set<String> ports(JsonNode ports) {
        var numbers = Manifests.each(ports)
                .map(port -> port.path("port").asText()
                        + (port.path("protocol").asText("TCP").equals("TCP")
                                ? ""
                                : "/" + port.path("protocol").asText()))
                .collect(Collectors.toCollection(HashSet::new));
        return numbers.isEmpty() ? Set.of("any") : numbers;
    }

    private static Stream<String> outsiders(List<JsonNode> peers) {
        if (peers.isEmpty()) {
            return Stream.of("anything");
        }
        return peers.stream()
                .filter(peer -> peer.has("namespaceSelector") || peer.has("ipBlock"))
                .map(NetworkEdges::outsider);
    }

    private static String outsider(JsonNode peer) {
        if (peer.has("ipBlock")) {
            String block = peer.at("/ipBlock/cidr").asText();
            boolean withoutPrivate = PRIVATE_BLOCKS.stream()
                    .allMatch(except -> peer.at("/ipBlock/except").toString().contains("\"" + except + "\""));
            if (PRIVATE_BLOCKS.contains(block)) {
                return "private addresses";
            }
            return block.equals("0.0.0.0/0") && withoutPrivate ? PUBLIC : block;
        }
        String namespace = String.join(
                "+", Pods.texts(peer.at("/namespaceSelector/matchLabels")).values());
        String pod =
                String.join("+", Pods.texts(peer.at("/podSelector/matchLabels")).values());
        return (namespace.isEmpty() ? "any namespace" : namespace) + (pod.isEmpty() ? "" : "/" + pod);
    }

    static boolean selects(JsonNode selector, Map<String, String> labels) {
        return Pods.texts(selector.path("matchLabels")).entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())))
                && Manifests.each(selector.path("matchExpressions"))
                        .allMatch(expression -> matches(expression, labels));
    }

    private static boolean matches(JsonNode expression, Map<String, String> labels) {
        String value = labels.getOrDefault(expression.path("key").asText(), "");
        boolean isListed = Manifests.each(expression.path("values"))
                .anyMatch(wanted -> wanted.asText().equals(value));
        return switch (expression.path("operator").asText()) {
            case "In" -> isListed;
            case "NotIn" -> !isListed;
            case "Exists" -> !value.isEmpty();
            case "DoesNotExist" -> value.isEmpty();
            default -> throw new IllegalArgumentException(expression.toString());
        };
    }
}
