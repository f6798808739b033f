package com.coworkpay.platform.problem.contract;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// What is sent has no members but these: an unknown one is refused.
final class RequestForms {

    private RequestForms() {}

    static void closeIn(OpenAPI contract) {
        Set<Schema> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        Operations.of(contract)
                .map(operation -> operation.getRequestBody())
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .forEach(type -> close(contract, type.getSchema(), visited));
    }

    private static void close(OpenAPI contract, Schema schema, Set<Schema> visited) {
        Schema form = Operations.resolved(contract, schema);
        if (!visited.add(form)) {
            return;
        }
        boolean several = form.getOneOf() != null || form.getAnyOf() != null;
        boolean object = form.getType() != null && form.getType().contains(Schema.SchemaType.OBJECT);
        if (object && !several && form.getAdditionalPropertiesSchema() == null) {
            form.setAdditionalPropertiesSchema(nothing());
        }
        parts(form).forEach(part -> close(contract, part, visited));
    }

    private static Schema nothing() {
        Schema nothing = OASFactory.createSchema();
        nothing.setBooleanSchema(false);
        return nothing;
    }

    private static Stream<Schema> parts(Schema form) {
        return Stream.of(
                        form.getProperties() == null
                                ? List.<Schema>of()
                                : form.getProperties().values(),
                        form.getItems() == null ? List.<Schema>of() : List.of(form.getItems()),
                        form.getOneOf() == null ? List.<Schema>of() : form.getOneOf(),
                        form.getAnyOf() == null ? List.<Schema>of() : form.getAnyOf())
                .flatMap(java.util.Collection::stream);
    }
}
