package com.coworkpay.refund.cancellation.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.UnreadableEvent;
import com.coworkpay.refund.domain.PayableType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The examples that payment-service reads, too: schema and reader agree about each.
class CancellationExamplesTest {

    private static final Path CONTRACTS = Path.of("..", "docs", "contracts");
    private static final Map<String, PayableType> TYPES = Map.of(
            "booking.cancelled.v1", PayableType.BOOKING,
            "event_ticket.cancelled.v1", PayableType.EVENT_TICKET,
            "shop_order.cancelled.v1", PayableType.SHOP_ORDER);

    @TestFactory
    Stream<DynamicTest> schemaAndReaderAgree() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        Files.readString(CONTRACTS.resolve("schemas/booking-cancelled.v1.json")),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        JsonNode examples =
                new ObjectMapper().readTree(Files.readString(CONTRACTS.resolve("examples/cancellations.json")));
        return StreamSupport.stream(examples.spliterator(), false)
                .map(example -> DynamicTest.dynamicTest(example.path("why").asText(), () -> check(schema, example)));
    }

    private static void check(JsonSchema schema, JsonNode example) {
        JsonNode data = example.path("data");
        boolean isValid = example.path("valid").asBoolean();
        assertThat(schema.validate(data).isEmpty()).as("schema").isEqualTo(isValid);
        PayableType type = TYPES.get(example.path("type").asText());
        assertThat(type).isNotNull();
        if (isValid) {
            assertThat(BookingWords.cancellation(EventData.of(data), type, null).id())
                    .isEqualTo(data.path("cancellationId").asText());
        } else {
            assertThatThrownBy(() -> BookingWords.cancellation(EventData.of(data), type, null))
                    .isInstanceOf(UnreadableEvent.class);
        }
    }
}
