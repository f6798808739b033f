package com.coworkpay.platform.problem.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/// The same said so that generators of clients understand it.
final class Generators {

    private Generators() {}

    /// A parameter's default stands beside the reference to its form (OpenAPI 3.1): of an `allOf` of the two generators
    /// make a class that does not compile. An object that may have anything says so by saying nothing: by the empty
    /// form of its members generators take every request for such a map, and send nothing of it.
    static void speakTo(OpenAPI contract) {
        Operations.of(contract)
                .map(operation -> Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()))
                .flatMap(List::stream)
                .map(Parameter::getSchema)
                .filter(Objects::nonNull)
                .forEach(Generators::besideItsForm);
        contract.getComponents().getSchemas().values().stream()
                .map(form -> Objects.requireNonNullElse(form.getProperties(), Map.<String, Schema>of()))
                .flatMap(members -> members.values().stream())
                .filter(Generators::mayHaveAnything)
                .forEach(member -> member.setAdditionalPropertiesSchema(null));
    }

    private static boolean mayHaveAnything(Schema member) {
        Schema any = member.getAdditionalPropertiesSchema();
        return any != null && any.getType() == null && any.getRef() == null && any.getProperties() == null;
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
