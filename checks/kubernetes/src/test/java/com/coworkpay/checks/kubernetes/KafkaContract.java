package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who tells and who hears what, by docs/contracts/asyncapi.yaml. What none of our services hears, the booking system
/// hears.
final class KafkaContract {
    static final String BOOKING_SYSTEM = "booking-system";

    private final JsonNode contract = Yaml.read(Repository.text("docs/contracts/asyncapi.yaml"));
    private final Map<String, Set<String>> told = new TreeMap<>();
    private final Map<String, Set<String>> heard = new TreeMap<>();

    KafkaContract() {
        contract.path("operations").properties().forEach(operation -> {
            String service = service(operation.getKey());
            String channel = operation.getValue().at("/channel/$ref").asText().replace("#/channels/", "");
            String topic = address(channel);
            of(operation.getValue().path("action").asText().equals("send") ? told : heard, service)
                    .add(topic);
        });
        for (String topic : topics()) {
            if (heard.values().stream().noneMatch(topics -> topics.contains(topic))) {
                of(heard, BOOKING_SYSTEM).add(topic);
            }
        }
    }

    Set<String> topics() {
        var topics = new TreeSet<String>();
        contract.path("channels")
                .forEach(channel -> topics.add(channel.path("address").asText()));
        return topics;
    }

    boolean isCompacted(String topic) {
        return contract.path("channels").properties().stream()
                .map(Map.Entry::getValue)
                .filter(channel -> channel.path("address").asText().equals(topic))
                .anyMatch(channel -> channel.path("description").asText().startsWith("Compacted"));
    }

    Set<String> users() {
        var users = new TreeSet<>(told.keySet());
        users.addAll(heard.keySet());
        return users;
    }

    Set<String> toldBy(String user) {
        return of(told, user);
    }

    Set<String> heardBy(String user) {
        return of(heard, user);
    }

    private String address(String channel) {
        return contract.path("channels").path(channel).path("address").asText();
    }

    private static Set<String> of(Map<String, Set<String>> all, String user) {
        return all.computeIfAbsent(user, absent -> new TreeSet<>());
    }

    /// `paymentServiceTellsPayments` is payment-service's.
    private static String service(String operation) {
        if (operation.startsWith("bookingSystem")) {
            return BOOKING_SYSTEM;
        }
        return operation.substring(0, operation.indexOf("Service")).toLowerCase(Locale.ROOT) + "-service";
    }
}
