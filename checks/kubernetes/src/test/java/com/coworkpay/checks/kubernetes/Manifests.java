package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The documents of an overlay, each known as `Kind/name`.
record Manifests(List<ObjectNode> documents) {
    static final Manifests NONE = new Manifests(List.of());

    /// Kinds that make pods of a template.
    private static final Set<String> WORKLOADS = Set.of("Deployment", "Job");

    static Manifests of(String yaml) {
        return new Manifests(Yaml.documents(yaml));
    }

    static String idOf(JsonNode document) {
        return document.path("kind").asText() + "/" + nameOf(document);
    }

    static String nameOf(JsonNode document) {
        return document.path("metadata").path("name").asText();
    }

    List<ObjectNode> ofKind(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    ObjectNode get(String id) {
        return documents.stream()
                .filter(document -> idOf(document).equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(id));
    }

    boolean has(String id) {
        return documents.stream().anyMatch(document -> idOf(document).equals(id));
    }

    List<ObjectNode> workloads() {
        return documents.stream()
                .filter(document -> WORKLOADS.contains(document.path("kind").asText()))
                .toList();
    }

    /// The deployments of the services: neither the console nor the simulator.
    List<ObjectNode> services() {
        return ofComponent("service").toList();
    }

    private Stream<ObjectNode> ofComponent(String component) {
        return ofKind("Deployment").stream().filter(deployment -> deployment
                .at("/spec/template/metadata/labels/app.kubernetes.io~1component")
                .asText()
                .equals(component));
    }

    /// The deployments of the services and of the console.
    List<ObjectNode> programs() {
        return Stream.concat(services().stream(), ofComponent("console")).toList();
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /// A copy with one value changed or added; the last part of the pointer may be `-`, behind the last of a list.
    Manifests with(String id, String pointer, String yaml) {
        var copy = copy();
        var place = JsonPointer.compile(pointer);
        JsonNode parent = copy.get(id).at(place.head());
        String key = place.last().getMatchingProperty();
        JsonNode value = Yaml.read(yaml);
        switch (parent) {
            case ArrayNode list when key.equals("-") -> list.add(value);
            case ArrayNode list -> list.set(Integer.parseInt(key), value);
            case ObjectNode object -> object.set(key, value);
            default -> throw new NoSuchElementException(id + pointer);
        }
        return copy;
    }

    Manifests without(String id, String pointer) {
        var copy = copy();
        var place = JsonPointer.compile(pointer);
        JsonNode parent = copy.get(id).at(place.head());
        String key = place.last().getMatchingProperty();
        JsonNode removed =
                switch (parent) {
                    case ArrayNode list -> list.remove(Integer.parseInt(key));
                    case ObjectNode object -> object.remove(key);
                    default -> null;
                };
        if (removed == null) {
            throw new NoSuchElementException(id + pointer);
        }
        return copy;
    }

    Manifests without(String id) {
        get(id);
        return new Manifests(documents.stream()
                .filter(document -> !idOf(document).equals(id))
                .toList());
    }

    Manifests and(String yaml) {
        return new Manifests(
                Stream.concat(documents.stream(), Yaml.documents(yaml).stream()).toList());
    }

    private Manifests copy() {
        return new Manifests(documents.stream().map(ObjectNode::deepCopy).toList());
    }
}
