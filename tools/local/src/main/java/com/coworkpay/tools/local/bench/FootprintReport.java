package com.coworkpay.tools.local.bench;

import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.stack.ServiceJvm;
import com.coworkpay.tools.local.stack.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What `bench footprint` prints: medians over its rounds, beside what is wanted.
record FootprintReport(
        Map<String, List<Footprint>> without, Map<String, List<Footprint>> with, FootprintBenchOptions options) {
    private static final double WANTED_READY_S = 3.0;
    private static final double WANTED_MIB = 1.2 * 1024;
    private static final double WANTED_CONSOLE_MIB = 200;

    void print(Console console, ServiceJvm jvm) throws IOException {
        console.say("\nMedians of %d starts, one at a time; memory (PSS) when all are ready, and after %d requests each"
                .formatted(options.rounds(), options.requests()));
        console.say("Flags: " + flags(jvm));
        console.say("%-22s %-22s   %-22s   %-22s".formatted("", "without the cache", "with it", "ratio"));
        console.say("%-22s %6s %6s %9s   %6s %6s %9s   %6s %6s %9s"
                .formatted("", "ready", "CPU s", "MiB", "ready", "CPU s", "MiB", "ready", "CPU", "memory"));
        Services.PROGRAMS.forEach(program -> line(console, program));
        double idle = sum(with, Footprint::idlePssMb);
        double busy = sum(with, Footprint::busyPssMb);
        console.say("%-22s %6s %6.1f %4.0f/%4.0f   %6s %6.1f %4.0f/%4.0f   %6s %6.2f %9.2f"
                .formatted(
                        "all four",
                        "",
                        sum(without, Footprint::cpuSeconds),
                        sum(without, Footprint::idlePssMb),
                        sum(without, Footprint::busyPssMb),
                        "",
                        sum(with, Footprint::cpuSeconds),
                        idle,
                        busy,
                        "",
                        sum(with, Footprint::cpuSeconds) / sum(without, Footprint::cpuSeconds),
                        busy / sum(without, Footprint::busyPssMb)));
        double slowest = Services.PROGRAMS.stream()
                .mapToDouble(program -> median(with, program, Footprint::readySeconds))
                .max()
                .orElseThrow();
        wanted(console, "the slowest start, s", slowest, WANTED_READY_S);
        wanted(console, "all four, MiB", busy, WANTED_MIB);
        wanted(console, "console, MiB", median(with, Services.CONSOLE, Footprint::busyPssMb), WANTED_CONSOLE_MIB);
    }

    private void line(Console console, String service) {
        double readyWithout = median(without, service, Footprint::readySeconds);
        double cpuWithout = median(without, service, Footprint::cpuSeconds);
        double busyWithout = median(without, service, Footprint::busyPssMb);
        double readyWith = median(with, service, Footprint::readySeconds);
        double cpuWith = median(with, service, Footprint::cpuSeconds);
        double busyWith = median(with, service, Footprint::busyPssMb);
        console.say("%-22s %6.1f %6.1f %4.0f/%4.0f   %6.1f %6.1f %4.0f/%4.0f   %6.2f %6.2f %9.2f"
                .formatted(
                        service,
                        readyWithout,
                        cpuWithout,
                        median(without, service, Footprint::idlePssMb),
                        busyWithout,
                        readyWith,
                        cpuWith,
                        median(with, service, Footprint::idlePssMb),
                        busyWith,
                        readyWith / readyWithout,
                        cpuWith / cpuWithout,
                        busyWith / busyWithout));
    }

    private static void wanted(Console console, String what, double value, double bound) {
        console.say("%-22s %6.1f   wanted: at most %.1f %s"
                .formatted(what, value, bound, value <= bound ? console.good("met") : console.bad("not met")));
    }

    private static double sum(Map<String, List<Footprint>> rounds, ToDoubleFunction<Footprint> of) {
        return Services.NAMES.stream()
                .mapToDouble(service -> median(rounds, service, of))
                .sum();
    }

    private static double median(Map<String, List<Footprint>> rounds, String service, ToDoubleFunction<Footprint> of) {
        return LifeReport.quantile(
                rounds.getOrDefault(service, List.of()).stream()
                        .map(of::applyAsDouble)
                        .toList(),
                0.50);
    }

    private static String flags(ServiceJvm jvm) throws IOException {
        return Files.readAllLines(jvm.flags()).stream()
                .filter(line -> line.startsWith("-"))
                .collect(Collectors.joining(" "));
    }
}
