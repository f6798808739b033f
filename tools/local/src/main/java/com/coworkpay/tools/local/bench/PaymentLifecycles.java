package com.coworkpay.tools.local.bench;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.demo.BookingSystem;
import com.coworkpay.tools.local.load.Portal;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Whole lives of payments, a bounded number of them at once: begun, paid, approved, cancelled by the booking system,
/// refunded. A life is over when the booking system hears of its refund.
final class PaymentLifecycles {
    private static final int LIMIT_S = 300;
    private static final int MAX_REPEATS = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);
    static final Instant FAR_START = Instant.parse("2030-01-15T01:00:00Z");
    static final long TOTAL_KRW = 22_000;

    private final Portal portal;
    private final BookingSystem bookingSystem;
    private final RefundNotices notices;
    private final String location;
    private final int atOnce;
    private final LongAdder notAtOnce = new LongAdder();

    PaymentLifecycles(Portal portal, BookingSystem bookingSystem, RefundNotices notices, String location, int atOnce) {
        this.portal = portal;
        this.bookingSystem = bookingSystem;
        this.notices = notices;
        this.location = location;
        this.atOnce = atOnce;
    }

    /// @param initiateMs how long each initiation took for its caller
    /// @param approveMs how long each visit to the approval URL took for the browser
    /// @param notAtOnce answers that asked the caller to come again, and approvals that were settled later
    record Times(List<Double> initiateMs, List<Double> approveMs, long notAtOnce) {}

    /// Lives so many lives and waits for the end of the last.
    Times live(int lives) {
        var initiateMs = new ConcurrentLinkedQueue<Double>();
        var approveMs = new ConcurrentLinkedQueue<Double>();
        var failure = new AtomicReference<@Nullable Throwable>();
        var permits = new Semaphore(atOnce);
        var over = new CountDownLatch(lives);
        var begun = new AtomicInteger();
        for (int life = 0; life < lives && failure.get() == null; life++) {
            permits.acquireUninterruptibly();
            Thread.startVirtualThread(() -> {
                try {
                    String payment =
                            live("bench-" + begun.incrementAndGet() + "-" + UUID.randomUUID(), initiateMs, approveMs);
                    notices.whenRefunded(payment, () -> {
                        permits.release();
                        over.countDown();
                    });
                } catch (IOException | RuntimeException failed) {
                    failure.compareAndSet(null, failed);
                    permits.release();
                    over.countDown();
                }
            });
        }
        awaitEnd(over, failure);
        return new Times(List.copyOf(initiateMs), List.copyOf(approveMs), notAtOnce.sumThenReset());
    }

    /// What is to be cancelled later.
    record Paid(String booking, String payment) {}

    /// Begins, pays and approves so many, and leaves them at that.
    List<Paid> pay(int count) {
        var ignored = new ConcurrentLinkedQueue<Double>();
        try (var payers = Executors.newFixedThreadPool(
                atOnce, Thread.ofVirtual().name("payer-", 0).factory())) {
            var paying = new ArrayList<Future<Paid>>();
            for (int number = 0; number < count; number++) {
                String booking = "bench-" + UUID.randomUUID();
                paying.add(payers.submit(() -> new Paid(booking, paid(booking, ignored, ignored))));
            }
            var paid = new ArrayList<Paid>();
            for (Future<Paid> each : paying) {
                paid.add(each.get());
            }
            return List.copyOf(paid);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a payment failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private String live(
            String booking, ConcurrentLinkedQueue<Double> initiateMs, ConcurrentLinkedQueue<Double> approveMs)
            throws IOException {
        String payment = paid(booking, initiateMs, approveMs);
        bookingSystem.cancelSoon(location, booking);
        return payment;
    }

    private String paid(
            String booking, ConcurrentLinkedQueue<Double> initiateMs, ConcurrentLinkedQueue<Double> approveMs)
            throws IOException {
        long before = System.nanoTime();
        var begun = begun(new Portal.Booking(location, booking, FAR_START, TOTAL_KRW, 0));
        initiateMs.add((System.nanoTime() - before) / 1e6);
        JsonObject payment = begun.json();
        var wayBack = portal.payAtKakaoPay(payment.getString("redirectUrl"));
        if (wayBack == null) {
            throw new IOException("KakaoPay's page did not send the payer back");
        }
        before = System.nanoTime();
        String told = portal.comeBack(wayBack);
        approveMs.add((System.nanoTime() - before) / 1e6);
        if ("PROCESSING".equals(told)) {
            notAtOnce.increment();
        } else if (!"SUCCEEDED".equals(told)) {
            throw new IOException("an approval was told as " + told);
        }
        return payment.getString("paymentId");
    }

    /// As a good caller does: told to come again, it comes again with the same key.
    private Http.Answer begun(Portal.Booking booking) throws IOException {
        String key = UUID.randomUUID().toString();
        var answer = portal.begin(booking, key);
        for (int again = 0; isForLater(answer) && again < MAX_REPEATS; again++) {
            notAtOnce.increment();
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = portal.begin(booking, key);
        }
        if (answer.status() != 201) {
            throw new IOException("a payment was not begun: " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    /// Not now, or not yet: the news of a connection travels by event.
    private static boolean isForLater(Http.Answer answer) {
        return answer.status() == 503 || answer.body().contains("location-not-connected");
    }

    private static void awaitEnd(CountDownLatch over, AtomicReference<@Nullable Throwable> failure) {
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
            while (!over.await(1, TimeUnit.SECONDS)) {
                if (failure.get() != null) {
                    throw new IllegalStateException("a life failed", failure.get());
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(over.getCount() + " lives did not end within " + LIMIT_S + " s");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("a life failed", failure.get());
        }
    }
}
