package com.coworkpay.platform.observability;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/// Puts the payment's id into every log line of what is being done, beside the trace id.
///
/// In a request or a message handler the word belongs to that request's context and goes with it: [#paymentId] is
/// enough. Work that goes through many payments one after the other wraps each in [#forPayment], so that no line
/// carries the id of the one before.
public final class LogContext {

    static final String PAYMENT_ID = "paymentId";

    private LogContext() {}

    public static void paymentId(String paymentId) {
        MDC.put(PAYMENT_ID, paymentId);
    }

    public static <T> Uni<T> forPayment(String paymentId, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            MDC.put(PAYMENT_ID, paymentId);
            return work.get().onTermination().invoke(() -> MDC.remove(PAYMENT_ID));
        });
    }
}
