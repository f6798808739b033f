package com.coworkpay.tools.local.bench;

import com.coworkpay.tools.local.Console;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What `bench life` prints: medians over its rounds, beside what is wanted.
record LifeReport(List<LifeRound> rounds, LifeBenchOptions options) {
    void print(Console console) {
        console.say("\nMedian of %d rounds of %d lives, %d at once; simulator at 0 ms, sign-in, tracing and fsync on"
                .formatted(rounds.size(), options.lives(), options.atOnce()));
        line(console, "rate", median(LifeRound::rate), "lives a second");
        line(console, "floor", median(LifeRound::floorRate), "lives a second, six statements on 16 connections");
        wanted(console, "ratio", median(LifeRound::ratio), 0.30, true);
        console.say("A life:");
        wanted(
                console,
                "statements",
                median(round -> round.aLife(round.postgres().statements())),
                7.5,
                false);
        wanted(console, "commits", median(round -> round.aLife(round.postgres().commits())), 7.5, false);
        wanted(console, "WAL kB", median(round -> round.aLife(round.postgres().walBytes()) / 1000), 8.0, false);
        line(
                console,
                "page images",
                median(round -> round.aLife(round.postgres().walPageImages())),
                "of that WAL");
        wanted(console, "CPU ms", median(round -> round.aLife(round.cpu().suiteMs())), 6.0, false);
        rounds.getFirst()
                .cpu()
                .usedMs()
                .keySet()
                .forEach(part -> line(
                        console,
                        "  " + part,
                        median(round -> round.aLife(round.cpu().usedMs().getOrDefault(part, 0L))),
                        part.equals("Kafka") ? "ms, not counted above" : "ms"));
        latency(console, "initiate", round -> round.times().initiateMs());
        line(
                console,
                "not at once",
                median(round -> round.times().notAtOnce()),
                "answers a round that said: come again");
        latency(console, "approve", round -> round.times().approveMs());
    }

    private void latency(Console console, String what, java.util.function.Function<LifeRound, List<Double>> of) {
        console.say("  %-20s p50 %6.1f ms   p99 %6.1f ms"
                .formatted(
                        what,
                        median(round -> quantile(of.apply(round), 0.50)),
                        median(round -> quantile(of.apply(round), 0.99))));
    }

    private static void line(Console console, String what, double value, String unit) {
        console.say("  %-20s %8.2f   %s".formatted(what, value, unit));
    }

    private static void wanted(Console console, String what, double value, double bound, boolean atLeast) {
        boolean met = atLeast ? value >= bound : value <= bound;
        console.say("  %-20s %8.2f   wanted: %s %.2f %s"
                .formatted(
                        what,
                        value,
                        atLeast ? "at least" : "at most",
                        bound,
                        met ? console.good("met") : console.bad("not met")));
    }

    private double median(ToDoubleFunction<LifeRound> of) {
        return quantile(rounds.stream().map(of::applyAsDouble).toList(), 0.50);
    }

    static double quantile(List<Double> values, double quantile) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(quantile * sorted.size())));
    }
}
