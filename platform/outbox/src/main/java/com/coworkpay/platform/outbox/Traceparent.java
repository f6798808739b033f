package com.coworkpay.platform.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/// The trace of the current work, as it is stored with rows that are worked on later.
public final class Traceparent {
    private Traceparent() {}

    /// W3C Trace Context `traceparent` of the current span; null where there is none.
    public static @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        if (!span.isValid()) {
            return null;
        }
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }
}
