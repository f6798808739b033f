package com.coworkpay.tools.local.portal;

import com.coworkpay.tools.local.demo.BookingSystem;
import com.coworkpay.tools.local.demo.Notices;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;

/// The booking system's two ends of Kafka: what it owes `booking.events` is told in order until Kafka has it, and what
/// `booking.notices` says is heard from where it stopped the last time.
final class Bookings implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Bookings.class.getName());
    private static final int END_LIMIT_MS = 10_000;
    private static final long PAUSE_MS = 2_000;

    private final String bootstrapServers;
    private final BookingSystem bookingSystem;
    private final Store store;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private Bookings(String bootstrapServers, Store store) {
        this.bootstrapServers = bootstrapServers;
        this.store = store;
        bookingSystem = new BookingSystem(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "max.block.ms",
                5_000,
                "request.timeout.ms",
                4_000,
                "delivery.timeout.ms",
                6_000));
        thread = Thread.ofPlatform().name("stand-in portal").daemon().unstarted(this::listen);
    }

    static Bookings start(String bootstrapServers, Store store) {
        var bookings = new Bookings(bootstrapServers, store);
        bookings.thread.start();
        return bookings;
    }

    /// Tells Kafka what it is owed, oldest first. What it does not take now is kept, and told later.
    ///
    /// @return whether nothing is owed any more
    synchronized boolean tell() {
        for (var owed = store.owed(); owed.isPresent(); owed = store.owed()) {
            var event = owed.get();
            try {
                bookingSystem.publish(event.type(), event.id(), event.data());
            } catch (RuntimeException notNow) {
                LOG.log(Level.WARNING, "Kafka does not take an event now; it is told again", notNow);
                return false;
            }
            store.sent(
                    event,
                    new Exchange(
                            Instant.now(),
                            Exchange.Kind.EVENT_SENT,
                            "booking.events  " + event.type(),
                            event.id(),
                            Exchange.shown(event.data()),
                            ""));
        }
        return true;
    }

    private void listen() {
        while (!isClosing()) {
            try (var notices = new Notices(bootstrapServers, store.positions())) {
                while (!isClosing()) {
                    hear(notices);
                    if (store.owed().isPresent()) {
                        tell();
                    }
                }
            } catch (KafkaException away) {
                LOG.log(Level.WARNING, "Kafka cannot be heard now; tried again", away);
                pause();
            }
        }
    }

    private void hear(Notices notices) {
        boolean ours = false;
        for (var notice : notices.received()) {
            var payable = notice.data().getJsonObject("payable");
            ours |= payable != null
                    && store.heard(
                            payable.getString("id"),
                            notice.type(),
                            notice.data(),
                            new Exchange(
                                    Instant.now(),
                                    Exchange.Kind.EVENT_HEARD,
                                    "booking.notices  " + notice.type(),
                                    notice.eventId(),
                                    "",
                                    Exchange.shown(notice.data())));
        }
        if (ours) {
            store.heardUpTo(notices.positions());
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            var _ = closing.await(PAUSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        // A client of Kafka that looks for a broker which is not there would do so for a minute.
        thread.interrupt();
        try {
            thread.join(END_LIMIT_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        bookingSystem.close();
    }
}
