package com.coworkpay.platform.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
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

    static <T> Uni<T> within(Tracer tracer, ConsumedRecord of, Supplier<Uni<T>> work) {
        Context sender = sender(of);
        return within(
                sender,
                processing(tracer, of.topic())
                        .setParent(sender)
                        .setAttribute("messaging.destination.partition.id", "" + of.partition())
                        .setAttribute("messaging.kafka.offset", of.offset()),
                work);
    }

    /// A batch has many senders and so no parent: its span is linked to each of them, as far as the tracer keeps
    /// links. A handler that stores a trace with a row takes it from the event.
    static <T> Uni<T> withinAll(Tracer tracer, List<ConsumedRecord> batch, Supplier<Uni<T>> work) {
        SpanBuilder builder = processing(tracer, batch.getFirst().topic())
                .setNoParent()
                .setAttribute("messaging.batch.message_count", batch.size());
        batch.forEach(of -> builder.addLink(Span.fromContext(sender(of)).getSpanContext()));
        return within(Context.root(), builder, work);
    }

    private static Context sender(ConsumedRecord of) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), of, RecordHeaders.INSTANCE);
    }

    private static SpanBuilder processing(Tracer tracer, String topic) {
        return tracer.spanBuilder(topic + " process")
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", topic);
    }

    /// The scope lives as long as the work, in the message's own Vert.x context.
    @SuppressWarnings("MustBeClosedChecker")
    private static <T> Uni<T> within(Context parent, SpanBuilder builder, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Span span = builder.startSpan();
            Scope scope = parent.with(span).makeCurrent();
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
