package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Each role of PostgreSQL may have so many connections that all pods of its service fill their pools, in a roll-out as
/// well, when a new pod is there and an old one is still ending; and no service can take those of another. The
/// connections of a pod that vanished are given back soon.
final class ConnectionLimits {
    /// `superuser_reserved_connections`, PostgreSQL's default.
    private static final int RESERVED = 3;

    /// A pod that came, and one that has not gone yet.
    private static final int ROLL_OUT = 2;

    private ConnectionLimits() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        for (var cluster : manifests.ofKind("Cluster")) {
            var roles = Manifests.each(cluster.at("/spec/managed/roles")).toList();
            roles.stream()
                    .filter(role -> limit(role) < 1)
                    .forEach(role -> findings.add(nameOf(role) + " may take all connections"));
            int all = roles.stream().mapToInt(ConnectionLimits::limit).sum() + RESERVED;
            int most = cluster.at("/spec/postgresql/parameters/max_connections").asInt();
            if (all > most) {
                findings.add("roles may have " + all + " connections where PostgreSQL has " + most);
            }
            if (!cluster.at("/spec/postgresql/parameters").has("tcp_keepalives_idle")) {
                findings.add("connections of a pod that vanished are kept for two hours");
            }
            for (var deployment : manifests.services()) {
                needs(manifests, deployment, roles, findings);
            }
        }
        return findings;
    }

    private static void needs(Manifests manifests, JsonNode deployment, List<JsonNode> roles, List<String> findings) {
        var environment = Pods.environment(manifests, deployment);
        var surge = deployment.at("/spec/strategy/rollingUpdate/maxSurge");
        if (!surge.isInt()) {
            findings.add(Manifests.idOf(deployment) + " does not say by number how many pods more a roll-out has");
        }
        int pods = deployment.at("/spec/replicas").asInt(1) + ROLL_OUT * surge.asInt();
        int needed = pods * pools(Manifests.nameOf(deployment), environment);
        String user = environment.getOrDefault("QUARKUS_DATASOURCE_USERNAME", "nobody");
        roles.stream()
                .filter(role -> nameOf(role).equals(user) && limit(role) < needed)
                .forEach(role -> findings.add(user + " may have " + limit(role) + " connections, and " + pods
                        + " pods take up to " + needed));
    }

    /// Of a process; those for looking at the migrations are gone when it is ready.
    private static int pools(String service, Map<String, String> environment) {
        var datasource = Yaml.read(Repository.text(service + "/src/main/resources/application.yaml"))
                .at("/quarkus/datasource");
        return size(environment.get("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE"), datasource.at("/reactive/max-size"))
                + size(
                        environment.get("QUARKUS_DATASOURCE_READER_REACTIVE_MAX_SIZE"),
                        datasource.at("/reader/reactive/max-size"));
    }

    private static int size(@Nullable String set, JsonNode byDefault) {
        return set == null ? byDefault.asInt(0) : Integer.parseInt(set);
    }

    private static int limit(JsonNode role) {
        return role.path("connectionLimit").asInt(-1);
    }

    private static String nameOf(JsonNode role) {
        return role.path("name").asText();
    }
}
