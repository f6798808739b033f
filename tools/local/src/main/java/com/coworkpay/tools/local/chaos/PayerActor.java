package com.coworkpay.tools.local.chaos;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.demo.BookingSystem;
import com.coworkpay.tools.local.demo.ExpectationFailedException;
import com.coworkpay.tools.local.load.Portal;
import com.coworkpay.tools.local.load.Portal.Booking;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Lives one life after the other, each drawn by lot, as patient callers do: whatever asks them to come again, they ask
/// again, with the same key, for a while.
final class PayerActor {
    /// Bookings of other tests on the same stack do not begin so.
    static final String BOOKINGS = "chaos-";

    private static final Instant FAR = Instant.parse("2030-01-15T01:00:00Z");
    private static final int MAX_REPEATS = 60;
    private static final Duration PAUSE = Duration.ofMillis(700);

    private final Portal portal;
    private final AdministratorActor staff;
    private final @Nullable DashboardActor merchant;
    private final BookingSystem bookingSystem;
    private final ExpectedOutcomes expected;
    private final SplittableRandom random;
    private final String name;
    private final java.util.List<String> locations;
    private int lives;

    /// @param merchant null: nobody cancels in the dashboard
    PayerActor(
            Portal portal,
            AdministratorActor staff,
            @Nullable DashboardActor merchant,
            BookingSystem bookingSystem,
            ExpectedOutcomes expected,
            SplittableRandom random,
            String name,
            java.util.List<String> locations) {
        this.portal = portal;
        this.staff = staff;
        this.merchant = merchant;
        this.bookingSystem = bookingSystem;
        this.expected = expected;
        this.random = random;
        this.name = name;
        this.locations = locations;
    }

    void live() {
        lives++;
        int ticket = random.nextInt(100);
        if (ticket < 36) {
            paysAndCancels(true);
        } else if (ticket < 44) {
            paysAndCancels(false);
        } else if (ticket < 52) {
            movesAndCancels(random.nextBoolean());
        } else if (ticket < 60) {
            getsItInTheDashboard();
        } else if (ticket < 69) {
            paysAndKeeps();
        } else if (ticket < 79) {
            cancelsWhileAtKakaoPay();
        } else if (ticket < 91) {
            asksStaffForParts();
        } else {
            paysTwice();
        }
        expected.lived();
    }

    private void paysAndCancels(boolean inTime) {
        var booking = booking(inTime);
        paid(booking);
        cancels(booking, inTime);
    }

    /// What counts is the start that the booking was moved to.
    private void movesAndCancels(boolean farAhead) {
        var booking = booking(!farAhead);
        paid(booking);
        try {
            bookingSystem.move(booking.location(), booking.id(), start(farAhead));
            expected.moved();
        } catch (ExpectationFailedException kafkaDidNotSay) {
            // Perhaps it is moved: what a cancellation would give back is not known.
            return;
        }
        cancels(booking, farAhead);
    }

    /// A part or all of it; the rest by a cancellation, or nothing more. A person compares at once, or all are compared
    /// in the end. A part is a third: refunds of ours are of other amounts.
    private void getsItInTheDashboard() {
        var booking = booking(locations.getFirst(), true, 0);
        String payment = paid(booking);
        if (payment == null || merchant == null) {
            return;
        }
        boolean isWhole = random.nextInt(3) == 0;
        merchant.cancel(payment, isWhole ? booking.totalKrw() : booking.totalKrw() / 3);
        if (random.nextBoolean()) {
            staff.compare(booking.location(), payment);
        }
        if (!isWhole && random.nextBoolean()) {
            cancels(booking, true);
        }
    }

    private void paysAndKeeps() {
        var booking = booking(true);
        if (paid(booking) != null) {
            expected.kept(booking);
        }
    }

    private void cancelsWhileAtKakaoPay() {
        var booking = booking(true);
        var payment = begun(booking);
        var wayBack = payment == null ? null : paysAtKakaoPay(payment);
        var cancelling = Thread.startVirtualThread(() -> cancels(booking, true));
        if (payment != null && wayBack != null) {
            comesBack(payment, wayBack);
        }
        join(cancelling);
    }

    private void asksStaffForParts() {
        var booking = booking(true);
        String payment = paid(booking);
        if (payment != null) {
            staff.refundParts(booking.location(), payment, random.split());
        }
    }

    /// Two attempts on one booking, both paid at KakaoPay, both coming back.
    private void paysTwice() {
        var booking = booking(true);
        var first = begun(booking);
        var firstWay = first == null ? null : paysAtKakaoPay(first);
        var second = begun(booking);
        var secondWay = second == null ? null : paysAtKakaoPay(second);
        if (first != null && firstWay != null) {
            comesBack(first, firstWay);
        }
        if (second != null && secondWay != null) {
            comesBack(second, secondWay);
        }
    }

    private Booking booking(boolean farAhead) {
        long taxFree = random.nextInt(4) == 0 ? random.nextLong(1, 5_000) : 0;
        return booking(locations.get(random.nextInt(locations.size())), farAhead, taxFree);
    }

    private Booking booking(String location, boolean farAhead, long taxFree) {
        long supply = random.nextLong(1, 90_000);
        return new Booking(
                location,
                BOOKINGS + name + "-" + lives + "-" + Long.toString(random.nextLong(1L << 40), 36),
                start(farAhead),
                100 + supply + taxFree,
                taxFree);
    }

    private static Instant start(boolean farAhead) {
        return farAhead ? FAR : Instant.now().plus(Duration.ofHours(3));
    }

    /// @return the payment's id if the payer was told that it is paid or being worked on
    private @Nullable String paid(Booking booking) {
        var payment = begun(booking);
        var wayBack = payment == null ? null : paysAtKakaoPay(payment);
        if (payment == null || wayBack == null) {
            return null;
        }
        String status = comesBack(payment, wayBack);
        return "SUCCEEDED".equals(status) || "PROCESSING".equals(status) ? payment.getString("paymentId") : null;
    }

    private @Nullable JsonObject begun(Booking booking) {
        String key = UUID.randomUUID().toString();
        var answer = patiently(() -> portal.begin(booking, key), PayerActor::isFinal);
        if (answer == null || answer.status() != 201) {
            return null;
        }
        expected.begun(answer.json().getString("paymentId"), booking.id());
        return answer.json();
    }

    /// KakaoPay was asked for this payment as often as may be: another one, with another key, may be begun.
    private static boolean isFinal(Http.Answer answer) {
        return answer.body().contains("kakaopay-gave-up") || isNotForLater(answer);
    }

    private static boolean isNotForLater(Http.Answer answer) {
        return answer.status() < 500
                && answer.status() != 429
                && !answer.body().contains("request-in-progress")
                && !answer.body().contains("payment-unsettled")
                && !answer.body().contains("location-not-connected");
    }

    private @Nullable URI paysAtKakaoPay(JsonObject payment) {
        return patiently(() -> portal.payAtKakaoPay(payment.getString("redirectUrl")), way -> true);
    }

    private @Nullable String comesBack(JsonObject payment, URI wayBack) {
        String status = patiently(() -> portal.comeBack(wayBack), seen -> true);
        if (random.nextInt(5) == 0) {
            patiently(() -> portal.comeBack(wayBack), seen -> true);
        }
        if ("SUCCEEDED".equals(status)) {
            expected.paid(payment.getString("paymentId"));
        }
        return status;
    }

    private void cancels(Booking booking, boolean inTime) {
        String id = "cancel-" + booking.id();
        var canceledAt = Instant.now();
        var cancellation = BookingSystem.cancellation(booking.location(), booking.id(), id, canceledAt);
        String eventId = UUID.randomUUID().toString();
        try {
            bookingSystem.publish(eventId, cancellation);
            expected.cancelled(new ExpectedOutcomes.Cancellation(id, booking.id(), inTime, canceledAt));
            if (random.nextInt(3) == 0) {
                bookingSystem.publish(
                        random.nextBoolean() ? eventId : UUID.randomUUID().toString(), cancellation);
            }
        } catch (ExpectationFailedException kafkaDidNotSay) {
            expected.perhapsCancelled(booking.id());
        }
    }

    private interface Ask<T> {
        @Nullable
        T make() throws IOException;
    }

    /// The first answer that is one; null if there was none for a long time.
    private <T> @Nullable T patiently(Ask<T> ask, Predicate<T> isAnswer) {
        for (int turn = 0; turn < MAX_REPEATS; turn++) {
            try {
                T answer = ask.make();
                if (answer != null && isAnswer.test(answer)) {
                    return answer;
                }
            } catch (IOException notThere) {
                // Asked again below.
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        expected.gaveUp();
        return null;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
