package com.coworkpay.console.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The OpenAPI files of the four services: what the console may ask, and what it is told.
public final class Contracts {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final String REF = "#/components/schemas/";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    /// A parameter of an operation; `place` is `path`, `query` or `header`.
    public record Input(String name, String place, boolean required, JsonNode schema) {}

    /// One operation, in the file that it stands in.
    public record Operation(String id, String method, String path, List<Input> inputs, JsonNode of, JsonNode file) {

        /// Missing where it takes none.
        public JsonNode body() {
            return of.path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }

        public JsonNode answer(int status) {
            return of.path("responses")
                    .path(Integer.toString(status))
                    .path("content")
                    .path("application/json")
                    .path("schema");
        }

        public boolean declares(int status) {
            return of.path("responses").has(Integer.toString(status))
                    || (status >= 400 && of.path("responses").has("default"));
        }

        /// The schema of its good answer; missing where it has no JSON.
        public JsonNode good() {
            return Stream.of(200, 201, 202)
                    .map(this::answer)
                    .filter(schema -> !schema.isMissingNode())
                    .findFirst()
                    .orElse(answer(200));
        }

        public Optional<Input> input(String place, String name) {
            return inputs.stream()
                    .filter(each -> each.place().equals(place) && each.name().equals(name))
                    .findFirst();
        }

        /// Values of the path's parameters; empty if it is another path.
        Optional<Map<String, String>> matched(String method, String asked) {
            String[] ours = path.split("/", -1);
            String[] theirs = asked.split("/", -1);
            if (!this.method.equals(method) || ours.length != theirs.length) {
                return Optional.empty();
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < ours.length; i++) {
                if (ours[i].startsWith("{")) {
                    values.put(ours[i].substring(1, ours[i].length() - 1), theirs[i]);
                } else if (!ours[i].equals(theirs[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(values);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final List<Operation> operations = new ArrayList<>();
    private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();

    private Contracts() {}

    public static Contracts read() {
        Contracts contracts = new Contracts();
        Stream.of("integration", "payment", "refund", "reporting").forEach(service -> contracts.add(file(service)));
        return contracts;
    }

    private static JsonNode file(String service) {
        Path path = Path.of("..", "docs", "contracts", "openapi", service + "-service.yaml");
        try {
            return new YAMLMapper().readTree(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(JsonNode file) {
        file.path("paths").properties().forEach(path -> METHODS.stream()
                .filter(method -> path.getValue().has(method))
                .forEach(method -> operations.add(operation(path, method, file))));
    }

    private static Operation operation(Map.Entry<String, JsonNode> path, String method, JsonNode file) {
        JsonNode operation = path.getValue().path(method);
        List<Input> inputs = new ArrayList<>();
        List.of(path.getValue().path("parameters"), operation.path("parameters"))
                .forEach(source -> source.forEach(input -> inputs.add(new Input(
                        input.path("name").asText(),
                        input.path("in").asText(),
                        input.path("required").asBoolean(),
                        input.path("schema")))));
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path.getKey(),
                List.copyOf(inputs),
                operation,
                file);
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    public Operation operation(String id) {
        return operations.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation " + id));
    }

    /// Fixed words of a path go before parameters.
    Optional<Operation> at(String method, String path) {
        return operations.stream()
                .filter(each -> each.matched(method, path).isPresent())
                .min((one, other) -> Long.compare(parameters(one), parameters(other)));
    }

    private static long parameters(Operation operation) {
        return operation.path().chars().filter(each -> each == '{').count();
    }

    /// Follows a reference.
    public static JsonNode resolved(JsonNode file, JsonNode schema) {
        String ref = schema.path("$ref").asText();
        return ref.isEmpty() ? schema : file.path("components").path("schemas").path(ref.substring(REF.length()));
    }

    public static JsonNode problem() {
        return JSON.createObjectNode().put("$ref", REF + "Problem");
    }

    /// What is wrong with a value, empty where nothing is.
    public String faults(JsonNode file, JsonNode schema, JsonNode value) {
        return schemas
                .computeIfAbsent(schema, wanted -> {
                    ObjectNode whole = JSON.createObjectNode();
                    whole.set("components", file.path("components"));
                    whole.putArray("allOf").add(wanted);
                    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(
                                    whole,
                                    SchemaValidatorsConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build());
                })
                .validate(value)
                .stream()
                .map(ValidationMessage::getMessage)
                .limit(5)
                .collect(Collectors.joining("; "));
    }
}
