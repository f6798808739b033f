package com.coworkpay.tools.local.chaos;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.RandomFault;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.demo.BookingSystem;
import com.coworkpay.tools.local.load.Portal.Booking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// KakaoPay is away for longer than any limit of the product, twice: first all of it, then its cancel alone, while
/// everything else works. Members cancel as each begins, so that refunds meet it. A person is told of them, and all of
/// them go on by themselves afterwards: a refund that then is not given, or still waits for a person, is a finding.
///
/// Each time is three times as long as the limit after which a person is told here (20 s), and longer than five
/// cancels take.
final class Outage {
    private static final Duration EACH = Duration.ofSeconds(60);
    private static final int CANCELLATIONS = 12;
    private static final int ALL = 1_000;

    /// Shorter runs have no room for it.
    private static final Duration MIN_LENGTH = Duration.ofMinutes(4);

    private final SimulatorControl kakaopay;
    private final BookingSystem bookingSystem;
    private final ExpectedOutcomes expected;
    private final Consumer<String> say;
    private final CountDownLatch stop = new CountDownLatch(1);

    Outage(SimulatorControl kakaopay, BookingSystem bookingSystem, ExpectedOutcomes expected, Consumer<String> say) {
        this.kakaopay = kakaopay;
        this.bookingSystem = bookingSystem;
        this.expected = expected;
        this.say = say;
    }

    static boolean hasRoomIn(Duration length) {
        return length.compareTo(MIN_LENGTH) >= 0;
    }

    /// In the middle of the run; the faults by lot go on before, between and after.
    void play(Duration length, long seed, List<RandomFault> usual) throws InterruptedException {
        if (pause(length.dividedBy(3))) {
            return;
        }
        outage("all of KakaoPay away", seed, List.of(RandomFault.of(FaultKind.STATUS_BEFORE, ALL)));
        kakaopay.randomFaults(seed + 1, usual);
        if (pause(EACH.dividedBy(3))) {
            return;
        }
        var cancelAlone = new ArrayList<RandomFault>();
        for (var fault : usual) {
            if (fault.endpoint() != Endpoint.CANCEL) {
                cancelAlone.add(fault);
            }
        }
        cancelAlone.add(RandomFault.of(FaultKind.STATUS_BEFORE, ALL).on(Endpoint.CANCEL));
        outage("KakaoPay's cancel away", seed, cancelAlone);
        kakaopay.randomFaults(seed + 2, usual);
    }

    void stop() {
        stop.countDown();
    }

    private void outage(String what, long seed, List<RandomFault> faults) throws InterruptedException {
        kakaopay.randomFaults(seed, faults);
        int cancelled = 0;
        for (Booking booking : expected.takeKept(CANCELLATIONS)) {
            String id = "cancel-" + booking.id();
            var now = Instant.now();
            bookingSystem.publish(
                    UUID.randomUUID().toString(),
                    BookingSystem.cancellation(booking.location(), booking.id(), id, now));
            expected.cancelled(new ExpectedOutcomes.Cancellation(id, booking.id(), true, now));
            cancelled++;
        }
        say.accept("  %s for %d s, %d bookings cancelled meanwhile".formatted(what, EACH.toSeconds(), cancelled));
        pause(EACH);
    }

    private boolean pause(Duration length) throws InterruptedException {
        return stop.await(length.toMillis(), TimeUnit.MILLISECONDS);
    }
}
