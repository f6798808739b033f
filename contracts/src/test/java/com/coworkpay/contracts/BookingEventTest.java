package com.coworkpay.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.UnreadableEventException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The booking system's events as they are read, and what makes two cancellations the same.
class BookingEventTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTRACTS = Path.of("..", "docs", "contracts");
    private static final String LEAST = """
            {"cancellationId":"c-1","locationId":"gangnam","payable":{"type":"BOOKING","id":"b-17"},
             "cancelledAt":"2030-01-09T09:00:00+09:00","cancelledBy":{"id":"owner-1","role":"ADMIN"}}""";

    @TestFactory
    Stream<DynamicTest> schemaAndReaderAgreeAboutEachExample() throws IOException {
        return Stream.of(
                        examples("booking-cancelled", "cancellations"),
                        examples("booking-restored", "restores"),
                        examples("schedule-changed", "schedules"),
                        examples("event-cancelled", "batches", "event.cancelled.v1"),
                        examples("day-closed", "batches", "location.day_closed.v1"))
                .flatMap(each -> each);
    }

    private Stream<DynamicTest> examples(String what, String file) {
        return examples(what, file, null);
    }

    /// @param type of the examples in the file; null: all of them
    private Stream<DynamicTest> examples(String what, String file, @Nullable String type) {
        try {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            Files.readString(CONTRACTS.resolve("schemas/" + what + ".v1.json")),
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
            JsonNode examples =
                    JSON.readTree(Files.readString(CONTRACTS.resolve("examples").resolve(file + ".json")));
            return StreamSupport.stream(examples.spliterator(), false)
                    .filter(example ->
                            type == null || type.equals(example.path("type").asText()))
                    .map(example ->
                            DynamicTest.dynamicTest(example.path("why").asText(), () -> check(schema, example)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(JsonSchema schema, JsonNode example) {
        JsonNode data = example.path("data");
        boolean isValid = example.path("valid").asBoolean();
        assertThat(schema.validate(data).isEmpty()).as("schema").isEqualTo(isValid);
        IncomingEvent event = event(example.path("type").asText(), data);
        if (isValid) {
            assertThat(idOf(BookingEvent.read(event)))
                    .isEqualTo(data.path("payable")
                            .path("id")
                            .asText(data.path("eventId").asText("gangnam")));
        } else {
            assertThatThrownBy(() -> BookingEvent.read(event)).isInstanceOf(UnreadableEventException.class);
        }
    }

    private static String idOf(BookingEvent event) {
        return switch (event) {
            case BookingCancelled cancelled -> cancelled.payable().id();
            case BookingRestored restored -> restored.payable().id();
            case BookingMoved moved -> moved.payable().id();
            case ScheduleChanged schedule -> schedule.locationId();
            case EventCancelled whole -> whole.eventId();
            case DayClosed closed -> closed.locationId();
        };
    }

    @Test
    void theSameCancellationWrittenOtherwiseIsTheSame() throws IOException {
        String contents = contents(LEAST);
        assertThat(contents(LEAST.replace("09:00:00+09:00", "00:00:00.000Z"))).isEqualTo(contents);
        assertThat(contents(LEAST.replace("{\"cancellationId\"", "{\"note\":\"new\",\"cancellationId\"")))
                .isEqualTo(contents);
    }

    @Test
    void whateverDiffersMakesAnother() throws IOException {
        assertThat(Stream.of(
                                LEAST,
                                LEAST.replace("09:00:00", "09:00:01"),
                                LEAST.replace("owner-1", "owner-2"),
                                LEAST.replace("ADMIN", "LOCATION_MEMBER"),
                                with("startAt", "\"2030-01-10T09:00:00+09:00\""),
                                with("day", "\"2030-01-10\""),
                                with("orderState", "\"NEW\""),
                                with("choice", "{\"refund\":\"NONE\"}"),
                                with("choice", "{\"refund\":\"FULL\"}"),
                                with("choice", "{\"refund\":\"AMOUNT\",\"amountKrw\":1}"),
                                with("choice", "{\"refund\":\"AMOUNT\",\"amountKrw\":11}"))
                        .map(BookingEventTest::contents))
                .doesNotHaveDuplicates();
    }

    @Test
    void anUnknownTypeIsUnreadable() {
        assertThatThrownBy(() -> BookingEvent.read(event("booking.exploded.v1", JSON.createObjectNode())))
                .hasMessageContaining("unknown type");
    }

    @Test
    void whateverDiffersMakesAnotherEventOrDay() throws IOException {
        ObjectNode whole =
                (ObjectNode) JSON.readTree(Files.readString(CONTRACTS.resolve("examples/event-cancelled.v1.json")));
        ObjectNode closed =
                (ObjectNode) JSON.readTree(Files.readString(CONTRACTS.resolve("examples/day-closed.v1.json")));
        assertThat(Stream.of(
                                whole,
                                whole.deepCopy().put("cancellationId", "c-2"),
                                whole.deepCopy().put("eventId", "e-2"),
                                whole.deepCopy().put("cancelledAt", "2030-01-10T09:00:01+09:00"),
                                whole.deepCopy().put("confirmed", true),
                                whole.deepCopy().put("reason", "-"))
                        .map(data ->
                                ((EventCancelled) BookingEvent.read(event("event.cancelled.v1", data))).contents()))
                .doesNotHaveDuplicates();
        assertThat(Stream.of(
                                closed,
                                closed.deepCopy().put("day", "2030-01-16"),
                                closed.deepCopy().put("resourceType", "DESK"),
                                closed.deepCopy().put("resourceId", "room-8"),
                                closed.deepCopy().put("confirmed", false),
                                closed.deepCopy().put("closedAt", "2030-01-10T09:00:01+09:00"))
                        .map(data -> ((DayClosed) BookingEvent.read(event("location.day_closed.v1", data))).contents()))
                .doesNotHaveDuplicates();
    }

    private static String with(String member, String json) throws IOException {
        ObjectNode data = (ObjectNode) JSON.readTree(LEAST);
        return data.set(member, JSON.readTree(json)).toString();
    }

    private static String contents(String json) {
        try {
            return ((BookingCancelled) BookingEvent.read(event("booking.cancelled.v1", JSON.readTree(json))))
                    .contents();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IncomingEvent event(String type, JsonNode data) {
        return new IncomingEvent(
                "id",
                "/test",
                type,
                Instant.parse("2030-01-09T00:00:00Z"),
                true,
                null,
                data,
                null,
                "booking.events",
                0,
                0);
    }
}
