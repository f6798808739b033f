package com.coworkpay.platform.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;

/// A schema of docs/contracts/schemas: what it allows, and values that it allows or just does not.
public final class ContractSchema {
    /// Decimals as they are written: 5000.0 and 5e3 are whole numbers of a JSON Schema.
    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Path SCHEMAS = Path.of("..", "docs", "contracts", "schemas");
    private static final int TRIES = 5_000;

    private final JsonSchema validator;
    private final SchemaValues values;
    private final Consumer<ObjectNode> fitting;

    private ContractSchema(JsonSchema validator, SchemaValues values, Consumer<ObjectNode> fitting) {
        this.validator = validator;
        this.values = values;
        this.fitting = fitting;
    }

    /// @param file such as `booking-cancelled.v1.json`
    public static ContractSchema of(String file) {
        try {
            String text = Files.readString(SCHEMAS.resolve(file));
            JsonSchema validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            text,
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .losslessNarrowing(true)
                                    .build());
            return new ContractSchema(validator, new SchemaValues(JSON.readTree(text)), value -> {});
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /// @param fitting makes a value keep what no schema can say, such as sums
    public ContractSchema fitting(Consumer<ObjectNode> fitting) {
        return new ContractSchema(validator, values, fitting);
    }

    public boolean allows(JsonNode value) {
        return validator.validate(value).isEmpty();
    }

    /// A value that the schema allows, at an edge of it as often as not.
    public ObjectNode value(Random random) {
        for (int i = 0; i < TRIES; i++) {
            ObjectNode value = (ObjectNode) values.any(random);
            fitting.accept(value);
            if (allows(value)) {
                return value;
            }
        }
        throw new IllegalStateException("nothing that the schema allows was found; it says of the last one: "
                + validator.validate(values.any(random)));
    }

    /// As bytes on the wire would be read.
    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    public static String write(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
