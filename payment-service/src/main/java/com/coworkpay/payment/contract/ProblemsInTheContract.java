package com.coworkpay.payment.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/// Says once for all operations that whatever goes wrong is a problem (RFC 9457, docs/reference/errors.md).
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemsInTheContract implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getComponents().addSchema("Problem", problem());
        contract.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .forEach(ProblemsInTheContract::tell);
    }

    private static void tell(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.setContent(content());
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
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }

    private static Schema problem() {
        return object("A problem (RFC 9457), in the language of Accept-Language: Korean or English.")
                .addProperty("type", text("What went wrong, for programs: urn:coworkpay:problem:…"))
                .addProperty("title", text("What went wrong, in short"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("What went wrong, and what to do"))
                .addProperty("instance", text("The path of the request"))
                .addProperty("field", text("The one field at fault"))
                .addProperty("code", text("A further word for programs"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(fieldError()))
                .addProperty("traceId", text("Leads to the logs and traces of the request"))
                .required(List.of("type", "title", "status", "detail"));
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
