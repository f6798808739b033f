package com.coworkpay.tools.local.chaos;

import com.coworkpay.tools.local.Console;
import java.time.Duration;
import java.util.Map;

/// What `./coworkpay chaos` says at its end.
///
/// @param made how often each part was killed or restarted
/// @param faults how often KakaoPay made each mistake
record ChaosReport(
        Discrepancies findings,
        ExpectedOutcomes expected,
        Map<String, Integer> made,
        Map<String, Long> faults,
        Duration settling,
        long seed) {

    void print(Console console) {
        console.say("\nTrouble made:");
        made.forEach((what, times) -> console.say("  %5d  %s".formatted(times, what)));
        console.say("Faults of KakaoPay (of its last 50,000 calls):");
        faults.forEach((what, times) -> console.say("  %5d  %s".formatted(times, what)));
        console.say("Checked, after %d s of settling:".formatted(settling.toSeconds()));
        findings.checked()
                .forEach((rule, times) ->
                        console.say("  %5d  %s%s".formatted(times, rule, wrongIn(console, findings.wrong(rule)))));
        findings.firstWrong().forEach(wrong -> console.say("  " + console.bad("WRONG  ") + wrong));
        console.say(
                "\n%d payments begun, %d answered as paid, %d cancellations, %d refunds by staff, %d approvals answered, %d bookings moved, %d callers gave up, %d parts killed or restarted, %d faults."
                        .formatted(
                                expected.bookingOfPayment().size(),
                                expected.succeeded().size(),
                                expected.cancellations().size(),
                                expected.refunds().size(),
                                expected.answers().size(),
                                expected.movedBookings(),
                                expected.givenUp(),
                                made.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                                faults.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()));
        String summary = "won out of place: %d; findings: %d (seed %d)"
                .formatted(findings.wonOutOfPlace(), findings.wrong(), seed);
        console.say(findings.isClean() ? console.good(summary) : console.bad(summary));
    }

    private static String wrongIn(Console console, int wrong) {
        return wrong == 0 ? "" : console.bad("  wrong: " + wrong);
    }
}
