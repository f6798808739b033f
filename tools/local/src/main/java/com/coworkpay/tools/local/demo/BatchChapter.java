package com.coworkpay.tools.local.demo;

import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.Http;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A whole event is cancelled: a dry run, its confirmation and approval, and one refund for everybody, although
/// refund-service is killed in its midst.
final class BatchChapter {
    private static final int TICKETS = 40;
    private static final int LEFT_OUT = 5;
    private static final long TICKET_KRW = ApiClient.BOOKING_KRW;
    private static final long TOTAL_KRW = (TICKETS - LEFT_OUT) * TICKET_KRW;

    private final ApiClient suite;
    private final SimulatorControl kakaopay;
    private final BookingSystem bookingSystem;
    private final DemoConsole console;
    private final String location;
    private final Bookings bookings;
    private final List<StartedPayment> tickets = new ArrayList<>();
    private String batch = "";

    BatchChapter(
            ApiClient suite,
            SimulatorControl kakaopay,
            BookingSystem bookingSystem,
            DemoConsole console,
            String location,
            Bookings bookings) {
        this.suite = suite;
        this.kakaopay = kakaopay;
        this.bookingSystem = bookingSystem;
        this.console = console;
        this.location = location;
        this.bookings = bookings;
    }

    void play() {
        String event = "event-" + bookings.next();
        console.step(
                "%d tickets of one event are paid; %d are refunded before it is cancelled".formatted(TICKETS, LEFT_OUT),
                () -> sell(event));
        console.step(
                "The event is cancelled: a dry run says how much goes back, and who is left out and why",
                () -> dryRun(event));
        console.step(
                "Confirmed by its sum and approved by a second person; refund-service is killed with -9 in its midst",
                this::killedInItsMidst);
        console.step("Everybody has got their money back once", this::everybodyOnce);
    }

    private void sell(String event) {
        var names = IntStream.range(0, TICKETS).mapToObj(_ -> bookings.next()).toList();
        names.forEach(ticket -> {
            var payment = suite.payTicket(location, ticket, event);
            suite.visit(kakaopay.pay(payment.redirectUrl(), Method.MONEY));
            tickets.add(payment);
        });
        tickets.forEach(payment -> suite.awaitStatus(payment, "SUCCEEDED"));
        console.line("event", event);
        tickets.subList(0, LEFT_OUT).forEach(payment -> {
            var refund = suite.administrators()
                    .refund(payment, TICKET_KRW, TICKET_KRW, UUID.randomUUID().toString());
            expect(refund.status() == 201, "201", refund.body());
            suite.administrators().awaitRefunds(payment, TICKET_KRW);
        });
        tickets.forEach(suite::preview);
    }

    private void dryRun(String event) {
        bookingSystem.cancelEvent(location, event);
        var counted =
                RetryingCaller.until(
                        () -> suite
                                .administrators()
                                .batches("minji", "GET", location, "", null)
                                .json()
                                .getJsonArray("batches")
                                .stream()
                                .map(JsonObject.class::cast)
                                .filter(each -> event.equals(each.getString("eventId")))
                                .filter(each -> "DRY_RUN".equals(each.getString("status")))
                                .findFirst()
                                .orElse(new JsonObject()),
                        found -> !found.isEmpty(),
                        "a dry run of the event");
        batch = counted.getString("batchId");
        console.line("console", suite.consoleBatchUri(location, batch));
        console.line(
                "dry run",
                "%d payments, %d won; left out: %s"
                        .formatted(counted.getInteger("payments"), counted.getLong("totalKrw"), leftOut(counted)));
        expect(counted.getInteger("payments") == TICKETS - LEFT_OUT, "35 payments", counted);
        expect(counted.getLong("totalKrw") == TOTAL_KRW, TOTAL_KRW + " won", counted);
        expect(leftOut(counted).equals("NOTHING_LEFT " + LEFT_OUT), "five with nothing left", counted);
        var stale = Problem.of(confirm(TOTAL_KRW + 1));
        console.line("another sum", stale.status() + " " + stale.type() + ": " + stale.detail());
        expect(stale.status() == 409, "409", stale);
    }

    private void killedInItsMidst() {
        var confirmed = confirm(TOTAL_KRW);
        expect(confirmed.status() == 200, "200", confirmed.body());
        console.line("minji confirms", confirmed.json().getString("status"));
        expect("AWAITING_APPROVAL".equals(confirmed.json().getString("status")), "AWAITING_APPROVAL", confirmed.body());
        var own = Problem.of(approve("minji"));
        console.line("minji approves", own.status() + " " + own.type() + ": " + own.detail());
        expect(own.status() == 403, "403", own);
        var approved = approve("dohyun");
        expect(approved.status() == 200, "200", approved.body());
        console.line("dohyun approves", approved.json().getString("status"));
        suite.kill("refund-service");
        console.line("refund-service", "killed with -9");
        var done = RetryingCaller.until(
                () -> suite.administrators()
                        .batches("minji", "GET", location, "/" + batch, null)
                        .json(),
                found -> "DONE".equals(found.getString("status")),
                "a batch that ends by itself");
        var progress = done.getJsonObject("progress");
        console.line(
                "report",
                "%d refunded, %d won; %d failed, %d in manual review"
                        .formatted(
                                progress.getInteger("refunded"),
                                progress.getLong("refundedKrw"),
                                progress.getInteger("failed"),
                                progress.getInteger("inReview")));
        expect(progress.getLong("refundedKrw") == TOTAL_KRW, TOTAL_KRW + " won refunded", done);
    }

    private void everybodyOnce() {
        for (var payment : tickets) {
            Money.refunded(kakaopay, payment, TICKET_KRW);
        }
        long cancels = tickets.stream()
                .mapToLong(payment ->
                        kakaopay.ledger(payment.id(), EffectKind.CANCEL).size())
                .sum();
        console.line("KakaoPay", cancels + " cancels of " + TICKETS + " payments");
    }

    private Http.Answer confirm(long totalKrw) {
        return suite.administrators()
                .batches(
                        "minji",
                        "POST",
                        location,
                        "/" + batch + "/confirmation",
                        new JsonObject().put("payments", TICKETS - LEFT_OUT).put("totalKrw", totalKrw));
    }

    private Http.Answer approve(String who) {
        return suite.administrators()
                .batches(
                        who,
                        "POST",
                        location,
                        "/" + batch + "/approval",
                        new JsonObject().put("answer", "APPROVED").put("totalKrw", TOTAL_KRW));
    }

    private static String leftOut(JsonObject batch) {
        return batch.getJsonArray("leftOut").stream()
                .map(JsonObject.class::cast)
                .map(each -> each.getString("reason") + " " + each.getInteger("payments"))
                .collect(Collectors.joining(", "));
    }

    private static void expect(boolean asExpected, String what, Object found) {
        ExpectationFailedException.unless(asExpected, "expected " + what + ", got " + found);
    }
}
