package com.coworkpay.platform.problem.contract;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Ways through a contract.
final class Operations {

    private static final String REF = "#/components/schemas/";

    private Operations() {}

    static Stream<Operation> of(OpenAPI contract) {
        return contract.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .map(Map::values)
                .flatMap(java.util.Collection::stream);
    }

    static String ref(String name) {
        return REF + name;
    }

    /// The form that a reference leads to, or the form itself.
    static Schema resolved(OpenAPI contract, Schema schema) {
        String ref = schema.getRef();
        return ref == null
                ? schema
                : Objects.requireNonNull(contract.getComponents().getSchemas().get(ref.substring(REF.length())), ref);
    }
}
