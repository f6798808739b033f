package com.coworkpay.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Each role of PostgreSQL may have so many connections that all pods of its service fill their pools, one pod more in
/// a
/// roll-out, and no service can take the connections of another.
final class ConnectionLimits {
    /// `superuser_reserved_connections`, PostgreSQL's default.
    private static final int RESERVED = 3;

    private static final String MAX_SIZE = "QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE";

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
            for (var deployment : manifests.services()) {
                needs(manifests, deployment, roles, findings);
            }
        }
        return findings;
    }

    private static void needs(Manifests manifests, JsonNode deployment, List<JsonNode> roles, List<String> findings) {
        var environment = Pods.environment(manifests, deployment);
        int pods = deployment.at("/spec/replicas").asInt(1)
                + deployment.at("/spec/strategy/rollingUpdate/maxSurge").asInt();
        int needed = pods * pools(Manifests.nameOf(deployment), environment.get(MAX_SIZE));
        String user = environment.getOrDefault("QUARKUS_DATASOURCE_USERNAME", "nobody");
        roles.stream()
                .filter(role -> nameOf(role).equals(user) && limit(role) < needed)
                .forEach(role -> findings.add(user + " may have " + limit(role) + " connections, and " + pods
                        + " pods take up to " + needed));
    }

    /// Of a process; those for looking at the migrations are gone when it is ready.
    private static int pools(String service, @Nullable String maxSize) {
        var datasource = Yaml.read(Repository.text(service + "/src/main/resources/application.yaml"))
                .at("/quarkus/datasource");
        int own = maxSize == null ? datasource.at("/reactive/max-size").asInt() : Integer.parseInt(maxSize);
        return own + datasource.at("/reader/reactive/max-size").asInt(0);
    }

    private static int limit(JsonNode role) {
        return role.path("connectionLimit").asInt(-1);
    }

    private static String nameOf(JsonNode role) {
        return role.path("name").asText();
    }
}
