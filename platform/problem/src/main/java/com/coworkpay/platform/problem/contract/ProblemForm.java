package com.coworkpay.platform.problem.contract;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// Says once for all operations that whatever goes wrong is a problem (RFC 9457, docs/reference/errors.md).
final class ProblemForm {

    private static final String NAME = "Problem";

    private ProblemForm() {}

    static void addTo(OpenAPI contract) {
        contract.getComponents().addSchema(NAME, problem());
        Operations.of(contract).forEach(ProblemForm::addTo);
    }

    private static void addTo(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                answer.setContent(content());
            }
        });
        operation
                .getResponses()
                .setDefaultValue(
                        OASFactory.createAPIResponse().description("A problem").content(content()));
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(Operations.ref(NAME))));
    }

    private static Schema problem() {
        return object("A problem (RFC 9457), in the language of Accept-Language: Korean or English.")
                .addProperty(
                        "type",
                        text("What went wrong, for programs").pattern("^urn:coworkpay:problem:[a-z][a-z0-9-]*$"))
                .addProperty("title", text("What went wrong, in short"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599)))
                .addProperty("detail", text("What went wrong, and what to do"))
                .addProperty("instance", text("The path of the request"))
                .addProperty("field", text("The one field at fault"))
                .addProperty("code", text("A further word for programs"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .maxItems(20)
                                .items(fieldError()))
                .addProperty("traceId", text("Leads to the logs and traces of the request"))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    private static Schema fieldError() {
        return object("A field at fault")
                .addProperty("field", text("As the caller names it"))
                .addProperty("message", text("What it must be"))
                .required(List.of("field", "message"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
