package com.coworkpay.platform.problem.contract;

import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// A parameter's default stands beside the reference to its form (OpenAPI 3.1). The annotations make an `allOf` of the
/// two, from which generators make a class that does not compile.
final class Defaults {

    private Defaults() {}

    static void besideTheirFormIn(OpenAPI contract) {
        Operations.of(contract)
                .map(operation -> Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()))
                .flatMap(List::stream)
                .map(Parameter::getSchema)
                .filter(Objects::nonNull)
                .forEach(Defaults::besideItsForm);
    }

    private static void besideItsForm(Schema schema) {
        List<Schema> parts = schema.getAllOf();
        if (parts != null
                && parts.size() == 2
                && parts.getFirst().getRef() != null
                && parts.getLast().getDefaultValue() != null) {
            schema.setAllOf(null);
            schema.setRef(parts.getFirst().getRef());
            schema.setDefaultValue(parts.getLast().getDefaultValue());
        }
    }
}
