package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Each channel of the contract is a topic, each topic a channel; nothing is lost by age or by one broker.
final class Topics {
    private Topics() {}

    static List<String> findings(Manifests manifests) {
        var contract = new KafkaContract();
        var findings = new ArrayList<String>();
        var topics = new TreeSet<String>();
        for (var topic : manifests.ofKind("KafkaTopic")) {
            String name = topic.at("/spec/topicName").asText();
            topics.add(name);
            var config = topic.at("/spec/config");
            if (contract.isCompacted(name)
                    ? !config.path("cleanup.policy").asText().equals("compact")
                    : !isKept(config)) {
                findings.add(name + " is cleaned as " + config);
            }
            int replicas = topic.at("/spec/replicas").asInt();
            if (config.path("min.insync.replicas").asInt() != Math.max(1, replicas - 1)) {
                findings.add(name + " has " + replicas + " replicas, of which " + config.path("min.insync.replicas")
                        + " must have a record");
            }
        }
        if (!topics.equals(contract.topics())) {
            findings.add("topics are " + topics + ", by the contract " + contract.topics());
        }
        manifests.ofKind("Kafka").stream()
                .filter(kafka ->
                        kafka.at("/spec/kafka/config/auto.create.topics.enable").asBoolean(true))
                .forEach(kafka -> findings.add(Manifests.idOf(kafka) + " makes topics that nobody declared"));
        return findings;
    }

    private static boolean isKept(JsonNode config) {
        return config.path("cleanup.policy").asText().equals("delete")
                && config.path("retention.ms").asInt() == -1
                && config.path("retention.bytes").asInt() == -1;
    }
}
