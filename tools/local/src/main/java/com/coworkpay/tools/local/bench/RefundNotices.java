package com.coworkpay.tools.local.bench;

import com.coworkpay.tools.local.demo.Notices;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Hears on a thread of its own which payments were refunded.
final class RefundNotices implements AutoCloseable {
    private static final Runnable ALREADY_RECEIVED = () -> {};

    private final Map<String, Runnable> waiting = new ConcurrentHashMap<>();
    private final Thread listener;
    private volatile boolean closed;

    RefundNotices(String bootstrapServers) {
        var notices = new Notices(bootstrapServers);
        listener = Thread.ofPlatform().name("refund-notices").start(() -> {
            try (notices) {
                while (!closed) {
                    notices.received().stream()
                            .filter(notice -> notice.type().equals("coworkpay.notice.refunded.v1"))
                            .forEach(notice -> refunded(notice.data().getString("paymentId")));
                }
            }
        });
    }

    /// Once; at once if it was heard before it was asked for.
    void whenRefunded(String payment, Runnable then) {
        if (waiting.putIfAbsent(payment, then) != null) {
            waiting.remove(payment);
            then.run();
        }
    }

    private void refunded(String payment) {
        Runnable then = waiting.putIfAbsent(payment, ALREADY_RECEIVED);
        if (then != null && !then.equals(ALREADY_RECEIVED)) {
            waiting.remove(payment);
            then.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.join(java.time.Duration.ofSeconds(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
