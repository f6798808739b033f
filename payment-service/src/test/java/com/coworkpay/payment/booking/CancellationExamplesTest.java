package com.coworkpay.payment.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.domain.PayableType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What fits the schema is read here as in refund-service.
class CancellationExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "docs", "contracts", "examples", "cancellations.json");

    @TestFactory
    Stream<DynamicTest> whatFitsTheSchemaIsRead() throws IOException {
        JsonNode examples = new ObjectMapper().readTree(Files.readString(EXAMPLES));
        return StreamSupport.stream(examples.spliterator(), false)
                .filter(example -> example.path("valid").asBoolean())
                .map(example ->
                        DynamicTest.dynamicTest(example.path("why").asText(), () -> read(example.path("data"))));
    }

    private static void read(JsonNode data) {
        PayableType type = PayableType.valueOf(data.path("payable").path("type").asText());
        assertThat(PayableCanceled.read(data, type, null).payableId())
                .isEqualTo(data.path("payable").path("id").asText());
    }
}
