package com.coworkpay.checks.docs.openapi;

import com.coworkpay.checks.docs.Repository;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// One of the committed descriptions.
record OpenApiFile(String name, String text, JsonNode root) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    static Stream<OpenApiFile> all() {
        return Repository.SERVICES.stream().map(OpenApiFile::read);
    }

    private static OpenApiFile read(String service) {
        try {
            String text = Repository.read(Repository.path("docs/contracts/openapi/" + service + ".yaml"));
            return new OpenApiFile(service, text, new YAMLMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void operations(BiConsumer<String, JsonNode> look) {
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> look.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
    }

    JsonNode forms() {
        return root.path("components").path("schemas");
    }

    /// Every schema of the file, forms and the parts of them, with where it stands.
    void schemas(BiConsumer<String, JsonNode> look) {
        forms().properties().forEach(form -> walk(form.getKey(), form.getValue(), look));
        operations((name, operation) -> {
            operation.path("parameters").forEach(p -> walk(name + " " + p.path("name"), p.path("schema"), look));
            contents(operation).forEach((where, content) -> walk(name + " " + where, content.path("schema"), look));
        });
    }

    static Map<String, JsonNode> contents(JsonNode operation) {
        Map<String, JsonNode> found = new java.util.TreeMap<>();
        operation
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(c -> found.put("request " + c.getKey(), c.getValue()));
        operation.path("responses").properties().forEach(answer -> answer.getValue()
                .path("content")
                .properties()
                .forEach(c -> found.put(answer.getKey() + " " + c.getKey(), c.getValue())));
        return found;
    }

    private static void walk(String where, JsonNode schema, BiConsumer<String, JsonNode> look) {
        if (schema.isMissingNode()) {
            return;
        }
        look.accept(where, schema);
        schema.path("properties").properties().forEach(p -> walk(where + "." + p.getKey(), p.getValue(), look));
        for (String one : List.of("items", "additionalProperties")) {
            if (schema.path(one).isObject()) {
                walk(where + "." + one, schema.path(one), look);
            }
        }
        for (String several : List.of("oneOf", "anyOf", "allOf")) {
            schema.path(several).forEach(part -> walk(where + "." + several, part, look));
        }
    }

    /// What is wrong with a value of a schema of this file.
    List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", root.path("components"));
        whole.putArray("allOf").add(schema);
        return messages(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        whole,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                .validate(value));
    }

    static List<String> messages(Set<ValidationMessage> messages) {
        return messages.stream().map(ValidationMessage::getMessage).toList();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
