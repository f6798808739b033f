package com.coworkpay.platform.problem.contract;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// In Java a pattern is about the whole text, in JSON Schema about any part of it, unless it is anchored.
final class Patterns {

    private Patterns() {}

    static void anchorIn(OpenAPI contract) {
        contract.getComponents().getSchemas().values().forEach(Patterns::anchor);
        Stream.concat(
                        contract.getPaths().getPathItems().values().stream().map(PathItem::getParameters),
                        Operations.of(contract).map(operation -> operation.getParameters()))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(Parameter::getSchema)
                .forEach(Patterns::anchor);
    }

    private static void anchor(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern + ")$");
        }
        anchor(schema.getItems());
        anchor(schema.getAdditionalPropertiesSchema());
        all(schema.getProperties() == null ? null : schema.getProperties().values());
        all(schema.getAnyOf());
        all(schema.getOneOf());
        all(schema.getAllOf());
    }

    private static void all(@Nullable Collection<Schema> schemas) {
        if (schemas != null) {
            schemas.forEach(Patterns::anchor);
        }
    }
}
