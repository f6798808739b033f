package com.coworkpay.refund.messaging;

import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.outbox.Traceparent;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// In whose trace the work on an event goes on: the sender's. What was sent is stored and passed on, so it has to be
/// a trace context and nothing else.
public final class Traces {

    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Traces() {}

    /// The present trace for an event that has none of its own.
    public static @Nullable String of(IncomingEvent event) {
        String own = event.traceparent();
        return own != null && TRACEPARENT.matcher(own).matches() ? own : Traceparent.current();
    }
}
