package com.coworkpay.platform.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Carries the sender's trace on into the handling of an event.
final class EventTrace {
    private EventTrace() {}

    /// The scope lives as long as the work, in the message's own Vert.x context.
    @SuppressWarnings("MustBeClosedChecker")
    static <T> Uni<T> within(Tracer tracer, ConsumedRecord of, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context sender =
                    W3CTraceContextPropagator.getInstance().extract(Context.root(), of, RecordHeaders.INSTANCE);
            Span span = tracer.spanBuilder(of.topic() + " process")
                    .setSpanKind(SpanKind.CONSUMER)
                    .setParent(sender)
                    .setAttribute("messaging.system", "kafka")
                    .setAttribute("messaging.destination.name", of.topic())
                    .setAttribute("messaging.destination.partition.id", "" + of.partition())
                    .setAttribute("messaging.kafka.offset", of.offset())
                    .startSpan();
            Scope scope = sender.with(span).makeCurrent();
            return work.get()
                    .onFailure()
                    .invoke(failure ->
                            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName()))
                    .onTermination()
                    .invoke(() -> {
                        scope.close();
                        span.end();
                    });
        });
    }

    private enum RecordHeaders implements TextMapGetter<ConsumedRecord> {
        INSTANCE;

        @Override
        public Iterable<String> keys(ConsumedRecord carrier) {
            return List.of("traceparent", "tracestate");
        }

        @Override
        public @Nullable String get(@Nullable ConsumedRecord carrier, String key) {
            return carrier == null ? null : carrier.header(key);
        }
    }
}
