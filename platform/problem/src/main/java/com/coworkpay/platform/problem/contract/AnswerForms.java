package com.coworkpay.platform.problem.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/// Gives each good answer the form of what its method returns, where the annotations name a status and no form.
final class AnswerForms {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName LIST = DotName.createSimple("java.util.List");
    private static final Set<DotName> AROUND = Set.of(
            DotName.createSimple("io.smallrye.mutiny.Uni"),
            DotName.createSimple("org.jboss.resteasy.reactive.RestResponse"));

    private final FormsByType forms;
    private final Map<String, Type> returned = new HashMap<>();

    AnswerForms(IndexView index, FormsByType forms) {
        this.forms = forms;
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            if (operation.value("operationId") != null) {
                returned.put(
                        operation.value("operationId").asString(),
                        operation.target().asMethod().returnType());
            }
        }
    }

    void addTo(OpenAPI contract) {
        Operations.of(contract).forEach(this::addTo);
    }

    private void addTo(Operation operation) {
        Type type = returned.get(operation.getOperationId());
        if (type == null) {
            return;
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2") && answer.getContent() == null) {
                form(type)
                        .ifPresent(form -> answer.setContent(OASFactory.createContent()
                                .addMediaType(
                                        "application/json",
                                        OASFactory.createMediaType().schema(form))));
            }
        });
    }

    private Optional<Schema> form(Type type) {
        if (type.kind() == Type.Kind.PARAMETERIZED_TYPE) {
            Type inside = type.asParameterizedType().arguments().getFirst();
            if (AROUND.contains(type.name())) {
                return form(inside);
            }
            return type.name().equals(LIST)
                    ? form(inside).map(item -> OASFactory.createSchema()
                            .addType(Schema.SchemaType.ARRAY)
                            .items(item))
                    : Optional.empty();
        }
        return forms.nameOf(type.name()).map(name -> OASFactory.createSchema().ref(Operations.ref(name)));
    }
}
