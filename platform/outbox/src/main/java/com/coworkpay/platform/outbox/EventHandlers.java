package com.coworkpay.platform.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a service does with the events that it consumes: [EventReplay] gives a dead letter to the same handler.
public interface EventHandlers {
    /// By incoming channel. Each does one transaction, as for [EventConsumer#consumeBatch].
    Map<String, Function<List<IncomingEvent>, Uni<Void>>> byChannel();
}
