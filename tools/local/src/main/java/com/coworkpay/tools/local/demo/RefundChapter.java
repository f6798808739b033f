package com.coworkpay.tools.local.demo;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// What is cancelled, and the money that goes back by the policy that was shown when paid.
final class RefundChapter {
    private static final long TOTAL_KRW = ApiClient.BOOKING_KRW;

    private final ApiClient suite;
    private final SimulatorControl kakaopay;
    private final BookingSystem bookingSystem;
    private final Notices notices;
    private final DemoConsole console;
    private final String location;
    private final String legacyLocation;
    private final Bookings bookings;

    RefundChapter(
            ApiClient suite,
            SimulatorControl kakaopay,
            BookingSystem bookingSystem,
            Notices notices,
            DemoConsole console,
            String location,
            String legacyLocation,
            Bookings bookings) {
        this.suite = suite;
        this.kakaopay = kakaopay;
        this.bookingSystem = bookingSystem;
        this.notices = notices;
        this.console = console;
        this.location = location;
        this.legacyLocation = legacyLocation;
        this.bookings = bookings;
    }

    /// @return a payment that was refunded in whole, and one that was refunded in part
    Refunded play() {
        var whole = new StartedPayment[1];
        var part = new StartedPayment[1];
        console.step("Cancelled in time: all of it goes back", () -> whole[0] = inTime(location));
        console.step("The same at the other location, over the former API", () -> inTime(legacyLocation));
        console.step("Cancelled too late: nothing goes back, and the booking system hears why", this::tooLate);
        console.step(
                "A desk for a day, cancelled before the location has said when it opens: decided once it does",
                this::fullDay);
        console.step("Cancelled while the payer is at KakaoPay: no money moves", this::whileAtKakaoPay);
        console.step("The same cancellation three times, once under another event id: one refund", this::threeTimes);
        console.step(
                "A booking system without Kafka cancels and restores by REST: the same effect, once for a key",
                this::byRest);
        console.step(
                "An administrator gives back two parts; a third on a stale balance is refused",
                () -> part[0] = parts());
        console.step(
                "One cancel is lost before KakaoPay acts, another's answer is lost after it: both settle with one effect",
                this::lost);
        return new Refunded(whole[0], part[0]);
    }

    /// @param whole refunded in whole, by a cancellation
    /// @param part refunded in part, by an administrator
    record Refunded(StartedPayment whole, StartedPayment part) {}

    private StartedPayment inTime(String where) {
        String booking = bookings.next();
        var payment = paid(where, booking, ApiClient.FAR_START);
        var preview = suite.preview(payment);
        console.line("before", preview.getJsonObject("explanation").getString("en"));
        expect(preview.getLong("amountKrw") == TOTAL_KRW, "a preview of " + TOTAL_KRW + " won", preview);
        bookingSystem.cancel(where, booking);
        isRefunded(payment);
        var notice = notices.await("refunded", payment);
        console.line("booking system", notice.getLong("amountKrw") + " won refunded, " + notice.getString("reason"));
        var seen = suite.awaitRefunded(payment, TOTAL_KRW);
        console.line("payer sees", seen.getString("status") + ", " + seen.getLong("refundedKrw") + " won refunded");
        return payment;
    }

    private void tooLate() {
        String booking = bookings.next();
        var payment = paid(location, booking, Instant.now().plus(Duration.ofHours(2)));
        bookingSystem.cancel(location, booking);
        var notice = notices.await("refund_declined", payment);
        console.line(
                "booking system",
                notice.getString("reason") + ": "
                        + notice.getJsonObject("explanation").getString("en"));
        expect("TOO_LATE".equals(notice.getString("reason")), "TOO_LATE", notice);
        Money.refunded(kakaopay, payment);
        var decision = suite.administrators()
                .refunds(payment)
                .getJsonArray("decisions")
                .getJsonObject(0);
        console.line("the decision", decision.getJsonObject("explanation").getString("ko"));
    }

    private void fullDay() {
        var day = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(30);
        String booking = bookings.next();
        var early = approved(suite.payDesk(location, booking, "NONMEMBER", day), booking);
        var preview = suite.preview(early, "SCHEDULE_UNKNOWN");
        console.line("before", preview.getJsonObject("explanation").getString("en"));
        bookingSystem.cancel(location, booking);
        bookingSystem.opens(location, "PUBLIC", "10:00");
        isRefunded(early);
        bookingSystem.opens(location, "DEFAULT", "08:00");
        opensAt("NONMEMBER", day, "T10:00:00+09:00");
        opensAt("LOCATION_MEMBER", day, "T08:00:00+09:00");
    }

    private void opensAt(String role, LocalDate day, String time) {
        String booking = bookings.next();
        var payment = approved(suite.payDesk(location, booking, role, day), booking);
        var preview = suite.preview(payment, "IN_TIME");
        String begins = preview.getJsonObject("start").getString("local");
        console.line(
                role, "begins " + begins + ", until " + preview.getString("deadlineLocal") + " all of it goes back");
        expect(begins.equals(day + time), day + time, preview);
        bookingSystem.cancel(location, booking);
        isRefunded(payment);
    }

    private void whileAtKakaoPay() {
        String booking = bookings.next();
        var payment = suite.pay(location, booking);
        console.line("booking", booking);
        console.line("payment", payment.id());
        console.line("console", suite.consolePageUri(payment));
        String wayBack = kakaopay.pay(payment.redirectUrl(), Method.MONEY);
        bookingSystem.cancel(location, booking);
        suite.awaitStatus(payment, "CANCELED");
        console.line("portal is told", suite.visit(wayBack));
        suite.awaitStatus(payment, "CANCELED");
        Money.neverMoved(kakaopay, payment);
        var again = suite.refusedToPay(location, booking, "payable-canceled");
        console.line("a new attempt", again.status() + " " + again.type() + ": " + again.detail());
    }

    private void byRest() {
        String booking = bookings.next();
        var payment = paid(location, booking, ApiClient.FAR_START);
        var cancellation = BookingSystem.cancellation(location, booking, "cancel-" + booking, Instant.now());
        String key = UUID.randomUUID().toString();
        var first = suite.bookingSystem().sendBooking(location, "cancellations", key, cancellation);
        var again = suite.bookingSystem().sendBooking(location, "cancellations", key, cancellation);
        expect(first.status() == 202 && first.body().equals(again.body()), "the same answer twice", again.json());
        var refused = Problem.of(suite.bookingSystem()
                .sendBooking(location, "cancellations", key, cancellation.copy().put("orderState", "NEW")));
        console.line("same key, other body", refused.detail());
        expect("idempotency-key-reused".equals(refused.type()), "a refusal of the key", first.json());
        isRefunded(payment);
        notices.await("refunded", payment);

        String pending = bookings.next();
        var waiting = suite.pay(location, pending);
        suite.bookingSystem()
                .sendBooking(
                        location,
                        "cancellations",
                        UUID.randomUUID().toString(),
                        BookingSystem.cancellation(location, pending, "cancel-" + pending, Instant.now()));
        suite.awaitStatus(waiting, "CANCELED");
        console.line(
                "pay again",
                suite.refusedToPay(location, pending, "payable-canceled").detail());
        var restoration = new JsonObject()
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", pending))
                .put("restoredAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        suite.bookingSystem()
                .sendBooking(location, "restorations", UUID.randomUUID().toString(), restoration);
        console.line("restored", "payment " + suite.pay(location, pending).id());
    }

    private void threeTimes() {
        String booking = bookings.next();
        var payment = paid(location, booking, ApiClient.FAR_START);
        var cancellation = BookingSystem.cancellation(location, booking, "cancel-" + booking, Instant.now());
        String eventId = UUID.randomUUID().toString();
        bookingSystem.publish(eventId, cancellation);
        bookingSystem.publish(eventId, cancellation);
        bookingSystem.publish(UUID.randomUUID().toString(), cancellation);
        isRefunded(payment);
        suite.awaitRefunded(payment, TOTAL_KRW);
        expect(
                suite.administrators()
                                .refunds(payment)
                                .getJsonArray("decisions")
                                .size()
                        == 1,
                "one decision",
                suite.administrators().refunds(payment).getJsonArray("decisions"));
    }

    private StartedPayment parts() {
        var payment = paid(location, bookings.next(), ApiClient.FAR_START);
        refundPart(payment, 5_000, 22_000);
        suite.awaitRefunded(payment, 5_000);
        refundPart(payment, 7_000, 17_000);
        suite.awaitRefunded(payment, 12_000);
        var problem = Problem.of(suite.administrators()
                .refund(payment, 1_000L, 17_000, UUID.randomUUID().toString()));
        console.line("stale balance", problem.status() + " " + problem.type() + ": " + problem.detail());
        expect(problem.status() == 409, "409", problem);
        Money.refunded(kakaopay, payment, 5_000, 7_000);
        console.line("left", suite.administrators().refunds(payment).getLong("balanceKrw") + " won");
        return payment;
    }

    private void refundPart(StartedPayment payment, long amountKrw, long balanceKrw) {
        String key = UUID.randomUUID().toString();
        var answer = RetryingCaller.answered(() -> suite.administrators().refund(payment, amountKrw, balanceKrw, key));
        expect(answer.status() == 201, "201", answer);
        console.line("refund", answer.json().getString("refundId") + ", " + amountKrw + " won");
    }

    private void lost() {
        String before = bookings.next();
        var unsent = paid(location, before, ApiClient.FAR_START);
        kakaopay.fault(Fault.of(Endpoint.CANCEL, FaultKind.RESET_BEFORE).forOrder(unsent.id()));
        String after = bookings.next();
        var unanswered = paid(location, after, ApiClient.FAR_START);
        kakaopay.fault(Fault.of(Endpoint.CANCEL, FaultKind.RESET_AFTER).forOrder(unanswered.id()));
        bookingSystem.cancel(location, before);
        bookingSystem.cancel(location, after);
        console.line("lost after", "is looked up and found");
        isRefunded(unanswered);
        console.line("lost before", "is looked up, and sent again when it surely did not arrive (half a minute)");
        isRefunded(unsent);
    }

    private StartedPayment paid(String where, String booking, Instant startAt) {
        return approved(suite.pay(where, booking, startAt), booking);
    }

    private StartedPayment approved(StartedPayment payment, String booking) {
        console.line("booking", booking);
        console.line("payment", payment.id());
        console.line("console", suite.consolePageUri(payment));
        suite.visit(kakaopay.pay(payment.redirectUrl(), Method.MONEY));
        suite.awaitStatus(payment, "SUCCEEDED");
        return payment;
    }

    private void isRefunded(StartedPayment payment) {
        var refunds = suite.administrators().awaitRefunds(payment, TOTAL_KRW);
        var refund = refunds.getJsonArray("refunds").getJsonObject(0);
        console.line(
                "refund",
                refund.getString("refundId") + ", " + refund.getLong("amountKrw") + " won, "
                        + refund.getString("reason"));
        Money.refunded(kakaopay, payment, TOTAL_KRW);
    }

    private static void expect(boolean asExpected, String what, Object found) {
        ExpectationFailedException.unless(asExpected, "expected " + what + ", got " + text(found));
    }

    private static String text(Object found) {
        return found instanceof JsonObject json ? json.encode() : String.valueOf(found);
    }
}
