package com.coworkpay.tools.local.demo;

import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.Http;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/// Refunds above the location's limit: a second person approves one and declines another.
final class ApprovalChapter {
    private static final long TOTAL_KRW = 150_000;
    private static final long PART_KRW = 120_000;

    private final ApiClient suite;
    private final SimulatorControl kakaopay;
    private final DemoConsole console;
    private final String location;
    private final Bookings bookings;

    ApprovalChapter(
            ApiClient suite, SimulatorControl kakaopay, DemoConsole console, String location, Bookings bookings) {
        this.suite = suite;
        this.kakaopay = kakaopay;
        this.console = console;
        this.location = location;
        this.bookings = bookings;
    }

    void play() {
        console.step(
                "A refund above the limit waits; who asked may not approve it, a second person does", this::approved);
        console.step("Another one is declined: nothing goes back, and it can be asked for again", this::declined);
    }

    private void approved() {
        var payment = paid();
        String refund = request(payment);
        var own = Problem.of(suite.administrators().approve("minji", payment, refund, PART_KRW, "APPROVED"));
        console.line("minji", own.status() + " " + own.type() + ": " + own.detail());
        expect(own.status() == 403, "403", own);
        Money.refunded(kakaopay, payment);
        var answer = suite.administrators().approve("dohyun", payment, refund, PART_KRW, "APPROVED");
        expect(answer.status() == 200, "200", answer.body());
        console.line("dohyun", "approved");
        suite.administrators().awaitRefunds(payment, PART_KRW);
        Money.refunded(kakaopay, payment, PART_KRW);
    }

    private void declined() {
        var payment = paid();
        var answer = suite.administrators().approve("dohyun", payment, request(payment), PART_KRW, "DECLINED");
        expect(answer.status() == 200, "200", answer.body());
        var refund = answer.json();
        console.line(
                "dohyun",
                refund.getString("failure") + ": "
                        + refund.getJsonObject("explanation").getString("en"));
        expect("APPROVAL_DECLINED".equals(refund.getString("failure")), "APPROVAL_DECLINED", refund);
        expect(
                suite.administrators().refunds(payment).getLong("balanceKrw") == TOTAL_KRW,
                "all of it is left",
                suite.administrators().refunds(payment));
        Money.refunded(kakaopay, payment);
    }

    private StartedPayment paid() {
        String booking = bookings.next();
        var payment = suite.payHall(location, booking, TOTAL_KRW);
        console.line("booking", booking);
        console.line("payment", payment.id());
        console.line("console", suite.consolePageUri(payment));
        suite.visit(kakaopay.pay(payment.redirectUrl(), Method.MONEY));
        suite.awaitStatus(payment, "SUCCEEDED");
        suite.preview(payment);
        return payment;
    }

    private String request(StartedPayment payment) {
        String key = UUID.randomUUID().toString();
        Http.Answer answer =
                RetryingCaller.answered(() -> suite.administrators().refund(payment, PART_KRW, TOTAL_KRW, key));
        expect(answer.status() == 201, "201", answer.body());
        JsonObject refund = answer.json();
        console.line(
                "minji asks",
                PART_KRW + " won; " + refund.getString("status") + ", the limit is "
                        + refund.getJsonObject("approval").getLong("limitKrw") + " won");
        expect("AWAITING_APPROVAL".equals(refund.getString("status")), "AWAITING_APPROVAL", refund);
        return refund.getString("refundId");
    }

    private static void expect(boolean asExpected, String what, Object found) {
        ExpectationFailedException.unless(asExpected, "expected " + what + ", got " + found);
    }
}
