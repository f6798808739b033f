package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.RecordReader;
import com.coworkpay.platform.outbox.UnreadableEventException;
import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.NearMiss;
import com.coworkpay.platform.testkit.SchemaAndReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Whatever the booking system may say by its schemas is read, and what it may not say is refused, in every service
/// alike.
class BookingContractTest {
    private static final RecordReader READER = new RecordReader(262_144);

    /// Said as null, they are not said.
    private static final Set<String> OPTIONAL = Set.of("startAt", "day", "orderState", "choice", "cancellationId");

    private static final SchemaAndReader CANCELED = of("booking-cancelled.v1.json", "cancelled");
    private static final SchemaAndReader RESTORED = of("booking-restored.v1.json", "restored");
    private static final SchemaAndReader MOVED = of("booking-moved.v1.json", "moved");

    private static final SchemaAndReader SCHEDULE = new SchemaAndReader(
            ContractSchema.of("schedule-changed.v1.json").fitting(BookingContractTest::closesLater),
            refusal("location.schedule_changed.v1"),
            // What is of no resource needs no name of one.
            miss -> miss.path().startsWith("added") || miss.path().startsWith("schedule.resource"));

    private static final SchemaAndReader EVENT = new SchemaAndReader(
            ContractSchema.of("event-cancelled.v1.json"), refusal("event.cancelled.v1"), miss -> miss.path()
                    .startsWith("added"));

    private static final SchemaAndReader DAY = new SchemaAndReader(
            ContractSchema.of("day-closed.v1.json"),
            refusal("location.day_closed.v1"),
            // The schema says in one of two ways that both are given or none.
            miss -> miss.path().startsWith("added") || miss.path().startsWith("resource"));

    @Property(tries = 200)
    void wholeEvent(@ForAll long seed) {
        EVENT.check(seed);
    }

    @Property(tries = 200)
    void closedDay(@ForAll long seed) {
        DAY.check(seed);
    }

    @Property(tries = 300)
    void schedule(@ForAll long seed) {
        SCHEDULE.check(seed);
    }

    /// Times are not compared by the schema.
    private static void closesLater(ObjectNode event) {
        event.path("hours").path("weekly").forEach(windows -> {
            int hour = 0;
            for (JsonNode window : windows) {
                ((ObjectNode) window)
                        .put("opens", "%02d:00".formatted(hour))
                        .put("closes", "%02d:30".formatted(hour++));
            }
        });
    }

    @Property(tries = 300)
    void cancelled(@ForAll long seed) {
        CANCELED.check(seed);
    }

    @Property(tries = 200)
    void restored(@ForAll long seed) {
        RESTORED.check(seed);
    }

    @Property(tries = 200)
    void moved(@ForAll long seed) {
        MOVED.check(seed);
    }

    private static SchemaAndReader of(String file, String what) {
        return new SchemaAndReader(
                ContractSchema.of(file).fitting(BookingContractTest::isABooking),
                refusal("booking." + what + ".v1"),
                miss -> miss.path().startsWith("added")
                        || (miss.kind() == NearMiss.Kind.NULL && OPTIONAL.contains(miss.path()))
                        // A ticket in an event of a booking is refused by the reader alone.
                        || miss.path().equals("payable.type"));
    }

    /// As the type of the event says.
    private static void isABooking(ObjectNode event) {
        ((ObjectNode) event.path("payable")).put("type", "BOOKING");
    }

    private static Function<byte[], Optional<String>> refusal(String type) {
        return json -> {
            ConsumerRecord<byte[], byte[]> raw = new ConsumerRecord<>("booking.events", 0, 0, null, json);
            raw.headers().add("ce_id", bytes("1")).add("ce_type", bytes(type));
            try {
                BookingEvent.read(READER.read(raw));
                return Optional.empty();
            } catch (UnreadableEventException unreadable) {
                return Optional.of(unreadable.reason());
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
