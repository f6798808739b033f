package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Parts of a workload's pod template.
final class Pods {
    private Pods() {}

    static JsonNode spec(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static Map<String, String> labels(JsonNode workload) {
        return texts(workload.at("/spec/template/metadata/labels"));
    }

    static Map<String, String> texts(JsonNode object) {
        var texts = new TreeMap<String, String>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    static Stream<JsonNode> containers(JsonNode workload) {
        return Stream.of("containers", "initContainers", "ephemeralContainers")
                .flatMap(kind -> Manifests.each(spec(workload).path(kind)));
    }

    /// Variables of the first container, those of ConfigMaps included; its own win.
    static Map<String, String> environment(Manifests manifests, JsonNode workload) {
        var container = containers(workload).findFirst().orElseThrow();
        var all = new TreeMap<String, String>();
        Manifests.each(container.path("envFrom"))
                .map(from -> from.at("/configMapRef/name").asText())
                .map(name -> manifests.get("ConfigMap/" + name))
                .forEach(settings -> all.putAll(texts(settings.path("data"))));
        Manifests.each(container.path("env"))
                .forEach(variable -> all.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return all;
    }
}
