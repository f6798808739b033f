package com.coworkpay.refund.cancellation;

import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.Traceparent;
import org.jspecify.annotations.Nullable;

/// The trace in which the work on an event continues: the sender's.
public final class TraceParents {

    private TraceParents() {}

    /// The present trace for an event that has none of its own.
    public static @Nullable String of(IncomingEvent event) {
        String own = event.traceparent();
        return own == null ? Traceparent.current() : own;
    }
}
