package com.coworkpay.tools.local.demo;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What goes wrong on the way, and that money moves once or not at all.
final class OutageChapter {
    private static final int VISITS = 50;
    /// KakaoPay's TID lives for fifteen minutes.
    private static final Duration PAST_EXPIRY = Duration.ofMinutes(16);

    private final ApiClient suite;
    private final SimulatorControl kakaopay;
    private final DemoConsole console;
    private final String location;
    private final Bookings bookings;

    OutageChapter(ApiClient suite, SimulatorControl kakaopay, DemoConsole console, String location, Bookings bookings) {
        this.suite = suite;
        this.kakaopay = kakaopay;
        this.console = console;
        this.location = location;
        this.bookings = bookings;
    }

    void play() {
        console.step(
                "KakaoPay takes the money, but its answer is lost: the payment settles by itself", this::lostAnswer);
        console.step(VISITS + " visits to the way back at once: one approval", this::fiftyVisits);
        console.step("Two attempts on one booking: one payment", this::twoAttempts);
        console.step("The payer aborts at KakaoPay: cancelled", this::abort);
        console.step("The payer comes too late: KakaoPay's page is over after fifteen minutes", this::tooLateToPay);
        console.step(
                "The payer pays in time but comes back too late: KakaoPay refuses the approval",
                this::tooLateToApprove);
    }

    private void lostAnswer() {
        var attempt = begun();
        kakaopay.fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).forOrder(attempt.id()));
        String told = suite.visit(paid(attempt));
        console.line("portal is told", told);
        var seen = suite.awaitStatus(attempt, "SUCCEEDED");
        console.line("payer sees", seen.getString("status"));
        Money.movedOnce(kakaopay, attempt);
    }

    private void fiftyVisits() {
        var attempt = begun();
        String wayBack = paid(attempt);
        var told = atOnce(() -> suite.visit(wayBack));
        console.line("portal is told", told);
        ExpectationFailedException.unless(
                told.keySet().stream().allMatch(status -> status.equals("SUCCEEDED") || status.equals("PROCESSING")),
                "expected every visit to see SUCCEEDED or PROCESSING, got " + told);
        suite.awaitStatus(attempt, "SUCCEEDED");
        console.line("approve calls", Money.approveCalls(kakaopay, attempt));
        Money.movedOnce(kakaopay, attempt);
    }

    private java.util.Map<String, Long> atOnce(Callable<String> visit) {
        try (var browsers = Executors.newFixedThreadPool(VISITS)) {
            List<Future<String>> visits = browsers.invokeAll(
                    Stream.generate(() -> visit).limit(VISITS).toList());
            return visits.stream()
                    .map(OutageChapter::result)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ExpectationFailedException("interrupted");
        }
    }

    private static String result(Future<String> visit) {
        try {
            return visit.get();
        } catch (ExecutionException failed) {
            throw new ExpectationFailedException("a visit failed: " + failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ExpectationFailedException("interrupted");
        }
    }

    private void twoAttempts() {
        String booking = bookings.next();
        console.line("booking", booking);
        var first = suite.pay(location, booking);
        String firstWayBack = paid(first);
        var second = suite.pay(location, booking);
        String secondWayBack = paid(second);
        console.line("first payment", first.id() + " told " + suite.visit(firstWayBack));
        console.line("second payment", second.id() + " told " + suite.visit(secondWayBack));
        suite.awaitStatus(second, "SUCCEEDED");
        suite.awaitStatus(first, "CANCELED");
        Money.neverMoved(kakaopay, first);
        Money.movedOnce(kakaopay, second);
        console.line("payer sees", "first CANCELED, second SUCCEEDED");
        var third = suite.refusedToPay(location, booking, "payable-already-paid");
        console.line("a third", third.status() + " " + third.type() + ": " + third.detail());
    }

    private void abort() {
        var attempt = begun();
        console.line("portal is told", suite.visit(kakaopay.abort(attempt.redirectUrl())));
        suite.awaitStatus(attempt, "CANCELED");
        console.line("payer sees", "CANCELED");
        Money.neverMoved(kakaopay, attempt);
    }

    private void tooLateToPay() {
        var attempt = begun();
        kakaopay.shiftClock(Money.tid(kakaopay, attempt), PAST_EXPIRY);
        console.line("KakaoPay's clock", "moved on by 16 minutes for this payment");
        String sentTo = paid(attempt);
        ExpectationFailedException.unless(sentTo.endsWith("/failed"), "expected KakaoPay's fail URL, got " + sentTo);
        console.line("portal is told", suite.visit(sentTo));
        suite.awaitStatus(attempt, "CANCELED");
        console.line("payer sees", "CANCELED");
        Money.neverMoved(kakaopay, attempt);
    }

    private void tooLateToApprove() {
        var attempt = begun();
        String wayBack = paid(attempt);
        kakaopay.shiftClock(Money.tid(kakaopay, attempt), PAST_EXPIRY);
        console.line("KakaoPay's clock", "moved on by 16 minutes for this payment");
        console.line("portal is told", suite.visit(wayBack));
        suite.awaitStatus(attempt, "FAILED");
        console.line("payer sees", "FAILED");
        Money.neverMoved(kakaopay, attempt);
    }

    private StartedPayment begun() {
        String booking = bookings.next();
        var attempt = suite.pay(location, booking);
        console.line("booking", booking);
        console.line("payment", attempt.id());
        console.line("console", suite.consolePageUri(attempt));
        return attempt;
    }

    private String paid(StartedPayment attempt) {
        return kakaopay.pay(attempt.redirectUrl(), Method.MONEY);
    }
}
