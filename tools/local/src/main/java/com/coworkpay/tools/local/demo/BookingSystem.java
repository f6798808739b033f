package com.coworkpay.tools.local.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// The booking system as Kafka knows it: it publishes on `booking.events` what was cancelled, as the contract says
/// (docs/contracts/schemas/booking-cancelled.v1.json).
public final class BookingSystem implements AutoCloseable {
    private static final String TOPIC = "booking.events";
    private static final String CANCELED = "booking.cancelled.v1";
    private static final int SEND_LIMIT_S = 60;

    private final KafkaProducer<String, String> producer;
    private volatile @Nullable Exception failure;

    public BookingSystem(String bootstrapServers) {
        this(Map.of("bootstrap.servers", bootstrapServers));
    }

    /// @param kafka how Kafka is reached, as its clients are told
    public BookingSystem(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("linger.ms", 5);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /// The member who booked cancels.
    ///
    /// @return the cancellation's id
    public String cancel(String location, String booking) {
        String cancellation = "cancel-" + booking;
        publish(UUID.randomUUID().toString(), cancellation(location, booking, cancellation, Instant.now()));
        return cancellation;
    }

    /// The same, without waiting for Kafka's word; an event that did not get there fails a later call.
    public void cancelSoon(String location, String booking) {
        var cancellation = cancellation(location, booking, "cancel-" + booking, Instant.now());
        var unused = producer.send(event(CANCELED, UUID.randomUUID().toString(), cancellation), (written, failed) -> {
            if (failed != null) {
                failure = failed;
            }
        });
        if (failure != null) {
            throw new IllegalStateException("the booking system could not publish an event", failure);
        }
    }

    public static JsonObject cancellation(String location, String booking, String cancellation, Instant at) {
        return new JsonObject()
                .put("cancellationId", cancellation)
                .put("locationId", location)
                .put("payable", payable(booking))
                .put("cancelledAt", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("cancelledBy", new JsonObject().put("id", "jisoo").put("role", "LOCATION_MEMBER"));
    }

    /// Everybody's ticket of this event.
    public void cancelEvent(String location, String event) {
        var cancelled = new JsonObject()
                .put("cancellationId", "cancel-" + event)
                .put("locationId", location)
                .put("eventId", event)
                .put("cancelledAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("cancelledBy", new JsonObject().put("id", "minji").put("role", "ADMIN"))
                .put("reason", "The speaker is ill");
        publish(event("event.cancelled.v1", UUID.randomUUID().toString(), event, cancelled));
    }

    /// The booking system takes back what was cancelled of this booking until now.
    public void restore(String location, String booking) {
        var restored = new JsonObject()
                .put("locationId", location)
                .put("payable", payable(booking))
                .put("restoredAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        publish(event("booking.restored.v1", UUID.randomUUID().toString(), restored));
    }

    /// The booking has another start.
    public void move(String location, String booking, Instant startAt) {
        var moved = new JsonObject()
                .put("locationId", location)
                .put("payable", payable(booking))
                .put("movedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("startAt", startAt.truncatedTo(ChronoUnit.SECONDS).toString());
        publish("booking.moved.v1", UUID.randomUUID().toString(), moved);
    }

    /// The location opens at this time on every day, from long ago on.
    ///
    /// @param kind DEFAULT, or PUBLIC for nonmembers and network members
    public void opens(String location, String kind, String time) {
        var weekly = new JsonObject();
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(
                    day.name(),
                    new JsonArray().add(new JsonObject().put("opens", time).put("closes", "22:00")));
        }
        var changed = new JsonObject()
                .put("locationId", location)
                .put("schedule", new JsonObject().put("kind", kind))
                .put("validFrom", "2026-01-01")
                .put("changedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("hours", new JsonObject().put("weekly", weekly));
        publish(event("location.schedule_changed.v1", UUID.randomUUID().toString(), location, changed));
    }

    /// Tells a cancellation under this event id, and returns when Kafka has it.
    public void publish(String eventId, JsonObject cancellation) {
        publish(event(CANCELED, eventId, cancellation));
    }

    /// Tells what happened, by the type that the contract gives it; returns when Kafka has it.
    public void publish(String type, String eventId, JsonObject data) {
        publish(event(type, eventId, data));
    }

    private void publish(ProducerRecord<String, String> event) {
        try {
            producer.send(event).get(SEND_LIMIT_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new ExpectationFailedException("the booking system cannot publish its event: " + failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ExpectationFailedException("interrupted");
        }
    }

    private static JsonObject payable(String booking) {
        return new JsonObject().put("type", "BOOKING").put("id", booking);
    }

    private static ProducerRecord<String, String> event(String type, String eventId, JsonObject data) {
        return event(type, eventId, data.getJsonObject("payable").getString("id"), data);
    }

    private static ProducerRecord<String, String> event(String type, String eventId, String key, JsonObject data) {
        var event = new ProducerRecord<>(TOPIC, key, data.encode());
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", eventId);
        header(event, "ce_source", "/booking-system");
        header(event, "ce_type", type);
        return event;
    }

    private static void header(ProducerRecord<String, String> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
