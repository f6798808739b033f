package com.coworkpay.platform.testkit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An OpenAPI 3.1 file, and whether a value has one of its forms.
final class Contract {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String REF = "#/components/schemas/";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final JsonNode file;
    private final Map<JsonNode, JsonSchema> forms = new HashMap<>();

    private Contract(JsonNode file) {
        this.file = file;
    }

    static Contract read(Path path) {
        try {
            return new Contract(new YAMLMapper().readTree(Files.readString(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        file.path("paths")
                .properties()
                .forEach(path -> METHODS.forEach(method -> {
                    JsonNode operation = path.getValue().path(method);
                    if (!operation.isMissingNode()) {
                        found.add(Operation.of(path.getKey(), method, path.getValue(), operation));
                    }
                }));
        return found;
    }

    JsonNode resolved(JsonNode schema) {
        String ref = schema.path("$ref").asText();
        return ref.isEmpty() ? schema : file.path("components").path("schemas").path(ref.substring(REF.length()));
    }

    JsonNode problem() {
        return JSON.createObjectNode().put("$ref", REF + "Problem");
    }

    /// What is wrong with a body, empty where nothing is.
    String faults(JsonNode schema, String body) {
        try {
            return form(schema).validate(JSON.readTree(body)).stream()
                    .map(ValidationMessage::getMessage)
                    .limit(5)
                    .collect(Collectors.joining("; "));
        } catch (JsonProcessingException e) {
            return "no JSON: " + e.getOriginalMessage();
        }
    }

    private JsonSchema form(JsonNode schema) {
        return forms.computeIfAbsent(schema, wanted -> {
            ObjectNode whole = JSON.createObjectNode();
            whole.set("components", file.path("components"));
            ArrayNode all = whole.putArray("allOf");
            all.add(wanted);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            whole,
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
        });
    }
}
