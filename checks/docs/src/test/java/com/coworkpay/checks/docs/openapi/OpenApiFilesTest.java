package com.coworkpay.checks.docs.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiFilesTest {

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final List<String> WITHOUT_BODY = List.of("204", "303");

    private static Stream<OpenApiFile> files() {
        return OpenApiFile.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aStrictReaderHasNothingToSay(OpenApiFile file) {
        var read = new OpenAPIV3Parser().readContents(file.text(), null, null);
        assertThat(read.getOpenAPI()).isNotNull();
        assertThat(read.getMessages()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFormIsAJsonSchema(OpenApiFile file) {
        JsonSchema schemaOfSchemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        file.schemas((where, schema) -> assertThat(OpenApiFile.messages(schemaOfSchemas.validate(schema)))
                .as(where)
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyReferenceLeadsSomewhere(OpenApiFile file) {
        file.root().findValuesAsText("$ref").forEach(ref -> assertThat(
                        file.root().at(ref.substring(1)).isMissingNode())
                .as(ref)
                .isFalse());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPathParameterIsDeclaredAndEveryOperationHasANameOfItsOwn(OpenApiFile file) {
        List<String> ids = new ArrayList<>();
        file.operations((name, operation) -> {
            ids.add(operation.path("operationId").asText());
            List<String> declared = new ArrayList<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("path")) {
                    declared.add(parameter.path("name").asText());
                }
            });
            List<String> used = PATH_PARAMETER
                    .matcher(name)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(declared).as(name).containsExactlyInAnyOrderElementsOf(used);
        });
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("files")
    void noParameterIsMadeOfParts(OpenApiFile file) {
        file.operations((name, operation) -> operation.path("parameters").forEach(parameter -> assertThat(
                        parameter.at("/schema/allOf").isMissingNode())
                .as(name + " " + parameter.path("name").asText())
                .isTrue()));
    }

    /// Generators take every request for a map then, and send nothing of it.
    @ParameterizedTest
    @MethodSource("files")
    void noObjectSaysByAnEmptyFormThatItMayHaveAnything(OpenApiFile file) {
        assertThat(file.root().findValues("additionalProperties")).noneMatch(form -> form.isObject() && form.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void noReadingHasABody(OpenApiFile file) {
        file.operations((name, operation) -> {
            if (name.startsWith("get ") || name.startsWith("delete ")) {
                assertThat(operation.has("requestBody")).as(name).isFalse();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyAnswerHasAForm(OpenApiFile file) {
        file.operations(
                (name, operation) -> operation.path("responses").properties().forEach(answer -> {
                    String status = answer.getKey();
                    JsonNode content = answer.getValue().path("content");
                    boolean trouble = status.equals("default") || status.startsWith("4") || status.startsWith("5");
                    if (trouble) {
                        assertThat(content.path("application/problem+json")
                                        .path("schema")
                                        .path("$ref")
                                        .asText())
                                .as(name + " " + status)
                                .isEqualTo("#/components/schemas/Problem");
                        assertThat(content).as(name + " " + status).hasSize(1);
                    } else if (!WITHOUT_BODY.contains(status)) {
                        assertThat(content).as(name + " " + status).isNotEmpty();
                        content.forEach(type -> assertThat(type.path("schema"))
                                .as(name + " " + status)
                                .isNotEmpty());
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPatternIsAboutTheWholeText(OpenApiFile file) {
        file.schemas((where, schema) -> {
            if (schema.has("pattern")) {
                String pattern = schema.path("pattern").asText();
                assertThat(pattern).as(where).startsWith("^").endsWith("$");
                assertThat(Pattern.compile(pattern)).isNotNull();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyExampleHasItsForm(OpenApiFile file) {
        file.schemas((where, schema) -> {
            List<JsonNode> examples = new ArrayList<>();
            schema.path("examples").forEach(examples::add);
            if (schema.has("example")) {
                examples.add(schema.path("example"));
            }
            examples.forEach(example ->
                    assertThat(file.faults(schema, example)).as(where).isEmpty());
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyAnswersFormSaysWhatIsAlwaysThere(OpenApiFile file) {
        file.forms().properties().forEach(form -> {
            if (form.getValue().has("properties")) {
                boolean allMayBeAbsent = form.getValue().path("properties").properties().stream()
                        .allMatch(property -> mayBeNull(property.getValue()));
                assertThat(form.getValue().has("required") || allMayBeAbsent)
                        .as(form.getKey())
                        .isTrue();
            }
        });
    }

    @Test
    void eachPolicyFitsExactlyOneKind() {
        OpenApiFile payment = files().filter(file -> file.name().equals("payment-service"))
                .findFirst()
                .orElseThrow();
        JsonNode kinds = payment.forms().path("PolicyRequest").path("oneOf");
        Map<String, String> policies = Map.of(
                "PolicyNoRefund", "{\"kind\":\"NO_REFUND\"}",
                "PolicyUntilProcessed", "{\"kind\":\"UNTIL_PROCESSED\"}",
                "PolicyBeforeStart", "{\"kind\":\"BEFORE_START\",\"before\":\"P1D\"}",
                "PolicyTiered", "{\"kind\":\"TIERED\",\"tiers\":[{\"before\":\"P1D\",\"percent\":100}]}");
        policies.forEach((form, policy) -> {
            List<String> fitting = new ArrayList<>();
            kinds.forEach(kind -> {
                if (payment.faults(kind, OpenApiFile.json(policy)).isEmpty()) {
                    fitting.add(kind.path("$ref").asText());
                }
            });
            assertThat(fitting).as(policy).containsExactly("#/components/schemas/" + form);
        });
        assertThat(payment.faults(payment.forms().path("PolicyRequest"), OpenApiFile.json("{\"kind\":\"MAYBE\"}")))
                .isNotEmpty();
    }

    private static boolean mayBeNull(JsonNode schema) {
        return schema.path("anyOf").findValuesAsText("type").contains("null")
                || (schema.path("type").isArray()
                        && Stream.iterate(0, i -> i < schema.path("type").size(), i -> i + 1)
                                .anyMatch(
                                        i -> schema.path("type").get(i).asText().equals("null")));
    }
}
