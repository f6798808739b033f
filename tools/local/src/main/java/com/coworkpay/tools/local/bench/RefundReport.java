package com.coworkpay.tools.local.bench;

import com.coworkpay.tools.local.Console;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What `bench refunds` prints: medians over its rounds.
record RefundReport(List<RefundRound> rounds, RefundBenchOptions options) {
    void print(Console console) {
        console.say("\nMedian of %d rounds of %d refunds; simulator at 0 ms, sign-in, tracing and fsync on"
                .formatted(rounds.size(), options.refunds()));
        line(console, "rate", median(RefundRound::rate), "refunds a second at full load");
        line(console, "floor", median(RefundRound::floorRate), "refunds a second, two statements on 16 connections");
        line(console, "ratio", median(RefundRound::ratio), "");
        console.say("A refund, by refund-service alone:");
        line(
                console,
                "statements",
                median(round -> round.aRefund(round.postgres().statements())),
                "");
        line(console, "commits", median(round -> round.aRefund(round.postgres().commits())), "");
        console.say("From a cancellation's event to its cancel at KakaoPay, at half load:");
        line(console, "p50", median(round -> LifeReport.quantile(round.toCallMs(), 0.50)), "ms");
        line(console, "p99", median(round -> LifeReport.quantile(round.toCallMs(), 0.99)), "ms");
    }

    private static void line(Console console, String what, double value, String unit) {
        console.say("  %-20s %8.2f   %s".formatted(what, value, unit));
    }

    private double median(ToDoubleFunction<RefundRound> of) {
        return LifeReport.quantile(rounds.stream().map(of::applyAsDouble).toList(), 0.50);
    }
}
