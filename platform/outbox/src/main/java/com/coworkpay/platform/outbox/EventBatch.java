package com.coworkpay.platform.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The records of one poll, read: those that hold an event, and those that will never be one.
record EventBatch(List<Readable> readable, List<Unreadable> unreadable) {
    record Readable(ConsumedRecord from, IncomingEvent event) {}

    record Unreadable(ConsumedRecord from, DeadLetterReason reason) {}

    static EventBatch read(List<ConsumedRecord> inHand, EventReader reader) {
        List<Readable> readable = new ArrayList<>(inHand.size());
        List<Unreadable> unreadable = new ArrayList<>();
        for (ConsumedRecord each : inHand) {
            try {
                readable.add(new Readable(each, reader.read(each)));
            } catch (UnreadableEventException e) {
                unreadable.add(new Unreadable(each, DeadLetterReason.of(e)));
            }
        }
        return new EventBatch(readable, unreadable);
    }

    List<ConsumedRecord> records() {
        return readable.stream().map(Readable::from).toList();
    }

    /// What CloudEvents takes for one event (ids are unique within their source only), and what it says: two that say
    /// different things under one id are two.
    private record Identity(String source, String id, String type, JsonNode data) {}

    /// Each event once, as it came first: a batch may hold what was sent twice.
    List<IncomingEvent> events() {
        Set<Identity> seen = new HashSet<>();
        return readable.stream()
                .map(Readable::event)
                .filter(event -> seen.add(new Identity(event.source(), event.id(), event.type(), event.data())))
                .toList();
    }

    /// Where it lies.
    @Override
    public String toString() {
        return readable.isEmpty()
                ? "nothing"
                : readable.getFirst().from() + " to " + readable.getLast().from() + " (" + readable.size() + " events)";
    }
}
