package com.coworkpay.tools.local.demo;

import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.SimulatorControl;

/// A payment that goes well, and the switch that stands before it.
final class PayChapter {
    private final ApiClient suite;
    private final SimulatorControl kakaopay;
    private final DemoConsole console;
    private final String first;
    private final String second;
    private final Bookings bookings;

    PayChapter(
            ApiClient suite,
            SimulatorControl kakaopay,
            DemoConsole console,
            String first,
            String second,
            Bookings bookings) {
        this.suite = suite;
        this.kakaopay = kakaopay;
        this.console = console;
        this.first = first;
        this.second = second;
        this.bookings = bookings;
    }

    void play() {
        console.step("The administrator switches bookings off: a payment is refused", this::switchedOff);
        console.step("Switched on again, a member pays with KakaoPay Money", () -> paid(first, Method.MONEY));
        console.step(
                "At the other location a member pays by card, over the former API", () -> paid(second, Method.CARD));
    }

    private void switchedOff() {
        suite.administrators().switchBookings(first, false);
        var problem = suite.refusedToPay(first, bookings.next(), "payable-switched-off");
        console.line("refused", problem.status() + " " + problem.type());
        console.line("in words", problem.detail());
        suite.administrators().switchBookings(first, true);
    }

    private void paid(String location, Method method) {
        String booking = bookings.next();
        var attempt = suite.pay(location, booking);
        console.line("booking", booking);
        console.line("payment", attempt.id());
        console.line("console", suite.consolePageUri(attempt));
        console.line("payer goes to", attempt.redirectUrl());
        console.line("portal is told", suite.visit(kakaopay.pay(attempt.redirectUrl(), method)));
        var seen = suite.awaitStatus(attempt, "SUCCEEDED");
        console.line("payer sees", seen.getString("status") + ", " + seen.getLong("totalKrw") + " won");
        String tid = Money.tid(kakaopay, attempt);
        ExpectationFailedException.unless(
                suite.merchantPage(attempt.id()).contains(tid),
                "the merchant page does not show TID " + tid + " under Order ID " + attempt.id());
        console.line("merchant page", suite.merchantPageUri(attempt.id()));
        Money.movedOnce(kakaopay, attempt);
        ExpectationFailedException.unless(
                kakaopay.ledger(attempt.id(), EffectKind.APPROVE).getFirst().amountKrw() == seen.getLong("totalKrw"),
                "KakaoPay took another amount than the payment shows");
    }
}
