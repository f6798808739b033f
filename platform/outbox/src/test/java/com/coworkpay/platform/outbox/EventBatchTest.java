package com.coworkpay.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class EventBatchTest {
    private static final EventReader READER = new EventReader(1000);

    @Test
    void anEventIsItsSourceAndItsId() {
        var batch = EventBatch.read(
                List.of(record("/bookings", "1", 0), record("/events", "1", 1), record("/bookings", "1", 2)), READER);
        assertThat(batch.events())
                .extracting(IncomingEvent::source, IncomingEvent::offset)
                .containsExactly(tuple("/bookings", 0L), tuple("/events", 1L));
    }

    @Test
    void anIdThatSaysTwoThingsIsTwoEvents() {
        var batch = EventBatch.read(
                List.of(
                        record("/bookings", "1", 0, "{\"a\":1}"),
                        record("/bookings", "1", 1, "{\"a\":2}"),
                        record("/bookings", "1", 2, "{\"a\":1.0}")),
                READER);
        assertThat(batch.events()).extracting(IncomingEvent::offset).contains(0L, 1L);
    }

    private static ConsumedRecord record(String source, String id, long offset) {
        return record(source, id, offset, "{}");
    }

    private static ConsumedRecord record(String source, String id, long offset, String json) {
        var headers = new RecordHeaders()
                .add("ce_id", id.getBytes(StandardCharsets.UTF_8))
                .add("ce_source", source.getBytes(StandardCharsets.UTF_8))
                .add("ce_type", "thing.happened.v1".getBytes(StandardCharsets.UTF_8));
        return new ConsumedRecord("things", 0, offset, 0, null, json.getBytes(StandardCharsets.UTF_8), headers);
    }
}
