package com.coworkpay.tools.local.demo;

import com.coworkpay.kakaopay.simulator.Effect;
import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.load.Analyst;
import com.coworkpay.tools.local.load.ProjectionOperator;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;

/// What the analyst finds, and that it is what KakaoPay's dashboard shows.
final class ReportChapter {
    private final ApiClient suite;
    private final Analyst analyst;
    private final ProjectionOperator operator;
    private final SimulatorControl kakaopay;
    private final DemoConsole console;
    private final String location;

    ReportChapter(
            ApiClient suite,
            Analyst analyst,
            ProjectionOperator operator,
            SimulatorControl kakaopay,
            DemoConsole console,
            String location) {
        this.suite = suite;
        this.analyst = analyst;
        this.operator = operator;
        this.kakaopay = kakaopay;
        this.console = console;
        this.location = location;
    }

    void play(RefundChapter.Refunded refunded) {
        console.step("The report shows payment and refund under one Order ID, as KakaoPay does", () -> {
            isReported(refunded.whole(), "REFUNDED");
            isReported(refunded.part(), "PARTIALLY_REFUNDED");
        });
        console.step("The totals are what the rows add up to, and what KakaoPay's ledger has left", this::totals);
        console.step("The same as a file for a spreadsheet program, in Korean", this::file);
        console.step(
                "The projection is thrown away and built again from the events: the same to the byte", this::rebuilt);
    }

    private void isReported(StartedPayment payment, String status) {
        long refundedKrw = kakaopay.ledger(payment.id(), EffectKind.CANCEL).stream()
                .mapToLong(Effect::amountKrw)
                .sum();
        var row = RetryingCaller.until(
                        () -> analyst.transaction(payment.locationId(), payment.id()),
                        answer -> answer.status() == 200
                                && status.equals(row(answer.json()).getString("status"))
                                && row(answer.json()).getLong("refundedKrw") == refundedKrw,
                        payment.id() + " in the report as " + status)
                .json();
        var transaction = row(row);
        String tid = Money.tid(kakaopay, payment);
        ExpectationFailedException.unless(
                tid.equals(transaction.getString("tid")),
                "the report shows TID " + transaction.getString("tid") + ", KakaoPay has " + tid);
        String page = suite.merchantPage(payment.id());
        String approvedAt = transaction.getString("approvedAtKst");
        ExpectationFailedException.unless(
                page.contains(tid) && page.contains(approvedAt.replace('T', ' ')),
                "the merchant page does not show " + tid + " approved at " + approvedAt + " KST");
        console.line("ID", transaction.getString("id"));
        console.line("KakaoPay", "TID " + tid + ", approved " + approvedAt.replace('T', ' ') + " KST");
        console.line(
                "row",
                "%s, %d won paid, %d refunded, %d left"
                        .formatted(
                                status,
                                transaction.getLong("paidKrw"),
                                transaction.getLong("refundedKrw"),
                                transaction.getLong("netKrw")));
        console.line("complete up to", row.getJsonObject("completeness").getString("completeUpTo"));
    }

    private static JsonObject row(JsonObject answer) {
        return answer.getJsonObject("transaction");
    }

    private void totals() {
        var rows = new ArrayList<JsonObject>();
        var totals = RetryingCaller.until(
                        () -> {
                            rows.clear();
                            analyst.each(location, rows::add);
                            return analyst.totals(location);
                        },
                        answer -> answer.status() == 200
                                && answer.json().getLong("transactionCount") == rows.size()
                                && answer.json().getLong("netKrw") == sum(rows, "netKrw"),
                        "totals that equal the sum of the rows")
                .json();
        long left = rows.stream()
                .map(row -> row.getString("id"))
                .flatMap(id -> kakaopay.ledger(id).stream())
                .filter(effect -> effect.kind().movesMoney())
                .mapToLong(effect -> effect.kind() == EffectKind.APPROVE ? effect.amountKrw() : -effect.amountKrw())
                .sum();
        ExpectationFailedException.unless(
                left == totals.getLong("netKrw"),
                "KakaoPay has %d won left, the report says %d".formatted(left, totals.getLong("netKrw")));
        console.line("rows", rows.size());
        console.line(
                "totals",
                "%d won paid − %d refunded = %d"
                        .formatted(
                                totals.getLong("paidKrw") + totals.getLong("overpaidKrw"),
                                totals.getLong("refundedKrw"),
                                totals.getLong("netKrw")));
    }

    private static long sum(ArrayList<JsonObject> rows, String field) {
        return rows.stream().mapToLong(row -> row.getLong(field)).sum();
    }

    private void file() {
        var file = RetryingCaller.answered(() -> analyst.csv(location, "ko"));
        ExpectationFailedException.unless(
                file.status() == 200 && file.body().startsWith("\uFEFF"),
                "expected a file with a byte order mark, got " + file.status());
        var lines = file.body().split("\r\n", -1);
        console.line("header", lines[0].substring(1));
        console.line("lines", lines.length - 1);
    }

    private void rebuilt() {
        String before = digest();
        var asked = RetryingCaller.until(
                operator::rebuild, answer -> answer.status() == 202 || answer.status() == 409, "a rebuild that begins");
        if (asked.status() == 409) {
            throw new ExpectationFailedException("another rebuild is running: " + asked.body());
        }
        String id = asked.json().getString("id");
        var rebuild = RetryingCaller.until(
                        () -> operator.find(id),
                        answer -> answer.status() == 200
                                && !"RUNNING".equals(answer.json().getString("state")),
                        "the end of rebuild " + id)
                .json();
        ExpectationFailedException.unless(
                "SWITCHED".equals(rebuild.getString("state")), "the rebuild ended as " + rebuild.encode());
        console.line("rebuild", id + ", " + rebuild.getLong("recordsRead") + " events read");
        console.line("digest before", before);
        String after = digest();
        console.line("digest after", after);
        ExpectationFailedException.unless(before.equals(after), "the rebuilt projection says something else");
    }

    /// Once two in a row are the same: nothing is on its way to the projection any more.
    private String digest() {
        String[] last = {""};
        return RetryingCaller.until(
                () -> {
                    var answer = operator.digest();
                    String now = answer.status() == 200 ? answer.json().getString("sha256") : "";
                    boolean same = !now.isEmpty() && now.equals(last[0]);
                    last[0] = now;
                    return same ? now : "";
                },
                now -> !now.isEmpty(),
                "a projection that stands still");
    }
}
