package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Each user may read what it hears, write what it tells, and join its own groups; nothing else.
final class KafkaRights {
    private static final List<String> SERVICES = List.of("payment-service", "refund-service", "reporting-service");

    private KafkaRights() {}

    static List<String> findings(Manifests manifests) {
        var contract = new KafkaContract();
        var findings = new ArrayList<String>();
        var users = new TreeSet<String>();
        for (var user : manifests.ofKind("KafkaUser")) {
            String name = Manifests.nameOf(user);
            users.add(name);
            var wanted = new TreeSet<String>();
            contract.toldBy(name).forEach(topic -> wanted.addAll(Set.of("Describe " + topic, "Write " + topic)));
            contract.heardBy(name).forEach(topic -> wanted.addAll(Set.of("Describe " + topic, "Read " + topic)));
            var given = new TreeSet<String>();
            acls(user, "topic").forEach(acl -> operations(acl)
                    .forEach(operation -> given.add(operation
                            + (acl.at("/resource/patternType").asText().equals("literal") ? " " : " all of ")
                            + acl.at("/resource/name").asText())));
            if (!given.equals(wanted)) {
                findings.add(name + " may " + given + ", its contract says " + wanted);
            }
            if (acls(user, "cluster").findAny().isPresent()) {
                findings.add(name + " has rights over the cluster");
            }
            if (!user.at("/spec/authentication/type").asText().equals("tls")) {
                findings.add(name + " does not sign in by certificate");
            }
        }
        if (!users.equals(contract.users())) {
            findings.add("users are " + users + ", by the contract " + contract.users());
        }
        manifests.ofKind("Kafka").stream()
                .filter(kafka ->
                        !kafka.at("/spec/kafka/authorization/type").asText().equals("simple")
                                || Manifests.each(kafka.at("/spec/kafka/listeners"))
                                        .anyMatch(listener ->
                                                !listener.path("tls").asBoolean()
                                                        || !listener.at("/authentication/type")
                                                                .asText()
                                                                .equals("tls")))
                .forEach(kafka -> findings.add(Manifests.idOf(kafka) + " lets anybody in"));
        groups(manifests, findings);
        return findings;
    }

    private static void groups(Manifests manifests, List<String> findings) {
        for (String service : SERVICES) {
            for (String group : groupsOf(service)) {
                for (var user : manifests.ofKind("KafkaUser")) {
                    boolean may = acls(user, "group").anyMatch(acl -> covers(acl, group));
                    boolean should = Manifests.nameOf(user).equals(service);
                    if (may != should) {
                        findings.add(Manifests.nameOf(user) + (may ? " may" : " may not") + " join " + group);
                    }
                }
            }
        }
    }

    /// By the service's own settings, with some process' id where each process has a group of its own.
    private static Set<String> groupsOf(String service) {
        var settings = Yaml.documents(Repository.text(service + "/src/main/resources/application.yaml"))
                .getFirst();
        var groups = new TreeSet<String>();
        settings.at("/mp/messaging/incoming").forEach(channel -> {
            String group = channel.at("/group/id").asText();
            if (!group.isEmpty()) {
                groups.add(group.replace("${quarkus.uuid}", "0d2c"));
            }
        });
        if (!groups.isEmpty()) {
            // Brought along by platform/dead-letters.
            groups.add(service + "-dead-letters");
        }
        return groups;
    }

    private static boolean covers(JsonNode acl, String group) {
        String name = acl.at("/resource/name").asText();
        return acl.at("/resource/patternType").asText().equals("prefix") ? group.startsWith(name) : group.equals(name);
    }

    private static java.util.stream.Stream<JsonNode> acls(JsonNode user, String type) {
        return Manifests.each(user.at("/spec/authorization/acls"))
                .filter(acl -> acl.at("/resource/type").asText().equals(type));
    }

    private static List<String> operations(JsonNode acl) {
        return Manifests.each(acl.path("operations")).map(JsonNode::asText).toList();
    }
}
