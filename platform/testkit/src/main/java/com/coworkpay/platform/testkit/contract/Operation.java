package com.coworkpay.platform.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One operation of a contract.
record Operation(String id, String path, String method, List<Input> inputs, JsonNode body, JsonNode answers) {

    /// A parameter.
    record Input(String name, String place, boolean required, JsonNode schema) {}

    static Operation of(String path, String method, JsonNode ofPath, JsonNode operation) {
        List<Input> inputs = new ArrayList<>();
        for (JsonNode source : List.of(ofPath.path("parameters"), operation.path("parameters"))) {
            source.forEach(input -> inputs.add(new Input(
                    input.path("name").asText(),
                    input.path("in").asText(),
                    input.path("required").asBoolean(),
                    input.path("schema"))));
        }
        JsonNode body = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return new Operation(
                operation.path("operationId").asText(),
                path,
                method.toUpperCase(Locale.ROOT),
                List.copyOf(inputs),
                body,
                operation.path("responses"));
    }

    boolean hasBody() {
        return !body.isMissingNode();
    }

    boolean declares(int status) {
        return answers.has(Integer.toString(status));
    }

    JsonNode content(int status) {
        return answers.path(Integer.toString(status)).path("content");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
