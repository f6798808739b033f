package com.coworkpay.tools.local.demo;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.load.Dashboard;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/// What people do beside the product, and what it leaves to them: a cancel in KakaoPay's dashboard, a cancellation that
/// cannot be true, a booking taken back, money given back by the bank.
final class PersonChapter {
    private static final long TOTAL_KRW = ApiClient.BOOKING_KRW;
    private static final long PART_KRW = 5_000;

    private final ApiClient suite;
    private final SimulatorControl kakaopay;
    private final Dashboard dashboard;
    private final BookingSystem bookingSystem;
    private final DemoConsole console;
    private final String location;
    private final Bookings bookings;

    PersonChapter(
            ApiClient suite,
            SimulatorControl kakaopay,
            URI kakaopayAddress,
            BookingSystem bookingSystem,
            DemoConsole console,
            String location,
            Bookings bookings) {
        this.suite = suite;
        this.kakaopay = kakaopay;
        this.dashboard = new Dashboard(kakaopayAddress);
        this.bookingSystem = bookingSystem;
        this.console = console;
        this.location = location;
        this.bookings = bookings;
    }

    void play() {
        console.step(
                "A part is given back in KakaoPay's dashboard, then the booking is cancelled: what is left goes back",
                this::inTheDashboard);
        console.step(
                "The whole is given back in KakaoPay's dashboard, and nobody cancels the booking: a comparison finds it",
                this::foundByComparison);
        console.step(
                "A cancellation an hour ahead of its time is set aside; a person lets it through",
                this::aheadOfItsTime);
        console.step("A cancelled booking is taken back: it can be paid again", this::takenBack);
        console.step(
                "KakaoPay refuses a refund for good; the money goes back by the bank, and a person records it",
                this::byTheBank);
    }

    private void inTheDashboard() {
        String booking = bookings.next();
        var payment = paid(booking);
        cancelInDashboard(payment, PART_KRW);
        console.line("dashboard", PART_KRW + " won given back, nobody here knows");
        bookingSystem.cancel(location, booking);
        console.line("cancelled", "KakaoPay refuses the whole, and is asked (half a minute)");
        var refunds = suite.administrators().awaitRefunds(payment, TOTAL_KRW).getJsonArray("refunds");
        refunds.stream()
                .map(JsonObject.class::cast)
                .forEach(refund -> console.line(
                        refund.getString("origin"),
                        refund.getLong("amountKrw") + " won, " + refund.getString("status")));
        expect(amount(refunds.stream(), "OUTSIDE") == PART_KRW, "one of 5,000 won made outside", refunds);
        expect(amount(refunds.stream(), "CANCELLATION") == TOTAL_KRW - PART_KRW, "what was left", refunds);
        Money.refunded(kakaopay, payment, PART_KRW, TOTAL_KRW - PART_KRW);
        suite.awaitRefunded(payment, TOTAL_KRW);
    }

    private void foundByComparison() {
        var payment = paid(bookings.next());
        cancelInDashboard(payment, TOTAL_KRW);
        console.line("dashboard", TOTAL_KRW + " won given back, nobody here knows");
        var found = suite.administrators().compare(payment);
        console.line("compared", found.getString("outcome") + ", " + found.getLong("outsideKrw") + " won made outside");
        expect("RECORDED".equals(found.getString("outcome")), "RECORDED", found);
        expect(found.getLong("outsideKrw") == TOTAL_KRW, TOTAL_KRW + " won made outside", found);
        suite.awaitRefunded(payment, TOTAL_KRW);
        console.line("payer sees", TOTAL_KRW + " won refunded");
        Money.refunded(kakaopay, payment, TOTAL_KRW);
    }

    private void aheadOfItsTime() {
        String booking = bookings.next();
        var payment = paid(booking);
        String cancellation = "cancel-" + booking;
        bookingSystem.publish(
                UUID.randomUUID().toString(),
                BookingSystem.cancellation(
                        location, booking, cancellation, Instant.now().plus(Duration.ofHours(1))));
        var setAside = suite.administrators().awaitSetAside(location, cancellation);
        console.line("set aside", setAside.getString("reason"));
        Money.refunded(kakaopay, payment);
        suite.administrators().release(location, setAside.getString("id"), "데모: 예약 시스템의 시계가 한 시간 빨랐음");
        console.line("let through", "by minji, with a note");
        var act = suite.administrators().lastRefundAct(location, setAside.getString("id"));
        console.line("on record", act.getString("action") + " by " + act.getString("by") + ": " + act.getString("why"));
        expect(act.getString("action").equals("CANCELLATION_RELEASED"), "who let it through", act);
        suite.administrators().awaitRefunds(payment, TOTAL_KRW);
        Money.refunded(kakaopay, payment, TOTAL_KRW);
    }

    private void takenBack() {
        String booking = bookings.next();
        var first = paid(booking);
        bookingSystem.cancel(location, booking);
        suite.administrators().awaitRefunds(first, TOTAL_KRW);
        suite.refusedToPay(location, booking, "payable-canceled");
        console.line("cancelled", TOTAL_KRW + " won refunded, a new payment is refused");
        bookingSystem.restore(location, booking);
        var second = paid(booking);
        console.line("taken back", "paid again");
        Money.movedOnce(kakaopay, second);
        Money.refunded(kakaopay, first, TOTAL_KRW);
        Money.refunded(kakaopay, second);
    }

    private void byTheBank() {
        var payment = paid(bookings.next());
        kakaopay.fault(Fault.code(Endpoint.CANCEL, -781, "6019").forOrder(payment.id()));
        String key = UUID.randomUUID().toString();
        var wished = suite.administrators().refund(payment, 10_000L, TOTAL_KRW, key);
        expect(wished.status() == 201, "201", wished);
        var failed = suite.administrators().awaitFailedRefund(payment);
        console.line("refused", failed.getString("failure"));
        console.line("recorded", "once what was sent can take effect no more (half a minute)");
        RetryingCaller.until(
                () -> suite.administrators()
                        .resolve(
                                payment,
                                failed.getString("refundId"),
                                "REFUNDED_ELSEWHERE",
                                "bank transfer, reference 4711"),
                answer -> answer.status() == 201,
                "a recorded bank transfer");
        var refunds = suite.administrators().refunds(payment);
        console.line(
                "left",
                refunds.getLong("balanceKrw") + " won; " + refunds.getLong("refundedElsewhereKrw")
                        + " won given back elsewhere, " + refunds.getLong("refundedKrw") + " by KakaoPay");
        expect(refunds.getLong("balanceKrw") == TOTAL_KRW - 10_000, "12,000 won left", refunds);
        expect(refunds.getLong("refundedKrw") == 0, "nothing refunded by KakaoPay", refunds);
        Money.refunded(kakaopay, payment);
    }

    private StartedPayment paid(String booking) {
        var payment = suite.pay(location, booking);
        console.line("booking", booking);
        console.line("payment", payment.id());
        console.line("console", suite.consolePageUri(payment));
        suite.visit(kakaopay.pay(payment.redirectUrl(), Method.MONEY));
        suite.awaitStatus(payment, "SUCCEEDED");
        suite.preview(payment);
        return payment;
    }

    private void cancelInDashboard(StartedPayment payment, long amountKrw) {
        String tid = Money.tid(kakaopay, payment);
        RetryingCaller.until(
                () -> dashboard.cancel(tid, amountKrw), Boolean::booleanValue, "a cancel in the dashboard");
    }

    private static long amount(Stream<Object> refunds, String origin) {
        return refunds.map(JsonObject.class::cast)
                .filter(refund -> origin.equals(refund.getString("origin")))
                .mapToLong(refund -> refund.getLong("amountKrw"))
                .sum();
    }

    private static void expect(boolean asExpected, String what, Object found) {
        ExpectationFailedException.unless(asExpected, "expected " + what + ", got " + found);
    }
}
