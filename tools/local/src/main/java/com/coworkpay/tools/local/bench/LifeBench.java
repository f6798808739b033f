package com.coworkpay.tools.local.bench;

import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.demo.BookingSystem;
import com.coworkpay.tools.local.load.Analyst;
import com.coworkpay.tools.local.load.Bearer;
import com.coworkpay.tools.local.load.Merchants;
import com.coworkpay.tools.local.load.Portal;
import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.Services;
import com.coworkpay.tools.local.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// `./coworkpay bench life`: whole lives of payments through the running services, beside the floor of their
/// statements, in turns on the same machine, so that what is quoted is a ratio of one run.
public final class LifeBench {
    private static final Duration FLOOR_ROUND = Duration.ofSeconds(5);
    private static final Duration PROJECTION_LIMIT = Duration.ofMinutes(2);

    private final LifeBenchOptions options;
    private final Console console;
    private final LocalStack stack;
    private final Http http = new Http();
    private final String location = "demo-bench-" + Long.toString(System.currentTimeMillis(), 36);

    private LifeBench(LifeBenchOptions options, Console console, LocalStack stack) {
        this.options = options;
        this.console = console;
        this.stack = stack;
    }

    public static int run(LifeBenchOptions options, Path root, Console console) throws IOException, SQLException {
        var folder = root.resolve("target/bench-state");
        var settings =
                new StackSettings(root, folder, true, OptionalInt.empty(), true, Map.of(), true, Duration.ofMinutes(3));
        try (var stack = new LocalStack(settings, console::say)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            console.say(console.strong("CoworkPay bench life") + ": a stack of its own, state in " + folder);
            stack.start();
            new LifeBench(options, console, stack).measure();
            return 0;
        }
    }

    private void measure() throws IOException, SQLException {
        var callers = new TokenClient(http, stack.addresses().issuer(), stack.secrets());
        new Merchants(http, callers, stack.addresses().frontDoor()).connectOneOfEachApi(List.of(location));
        try (var bookingSystem = new BookingSystem(stack.bootstrapServers());
                var notices = new RefundNotices(stack.bootstrapServers())) {
            var portal = new Portal(
                    http,
                    stack.address(Services.PAYMENT),
                    stack.addresses().frontDoor(),
                    new Bearer(() -> callers.machine("portal")));
            var lives = new PaymentLifecycles(portal, bookingSystem, notices, location, options.atOnce());
            var analyst = new Analyst(
                    http,
                    stack.address(Services.REPORTING),
                    new Bearer(() -> callers.person("hyun", "location:" + location)));
            console.say("Warming up: %d lives, %d at once".formatted(options.warmUp(), options.atOnce()));
            lives.live(options.warmUp());
            awaitProjection(analyst, options.warmUp());
            Postgres.analyze(stack);
            var floor = new BaselineBenchmark(stack);
            floor.rate(Duration.ofSeconds(2));
            Postgres.forget(stack);
            var rounds = new ArrayList<LifeRound>();
            for (int round = 1; round <= options.rounds(); round++) {
                var measured = round(lives, analyst, options.warmUp() + round * options.lives());
                double floorRate = floor.rate(FLOOR_ROUND);
                rounds.add(measured.beside(floorRate));
                console.say("  round %d: %5.0f lives a second, floor %5.0f, ratio %.3f"
                        .formatted(round, measured.rate(), floorRate, measured.rate() / floorRate));
            }
            new LifeReport(rounds, options).print(console);
            if (options.statements()) {
                console.say("\nStatements of one life, most called first:");
                Postgres.topStatements(stack, (long) options.lives() * options.rounds())
                        .forEach(console::say);
            }
        }
    }

    /// A round is over when the last of its lives is in the report.
    private LifeRound round(PaymentLifecycles lives, Analyst analyst, int refundedSoFar) throws IOException {
        var cpu = Cpu.now(stack);
        var postgres = Postgres.now(stack);
        long before = System.nanoTime();
        var times = lives.live(options.lives());
        awaitProjection(analyst, refundedSoFar);
        double seconds = (System.nanoTime() - before) / 1e9;
        return new LifeRound(
                options.lives(),
                seconds,
                0,
                Postgres.now(stack).since(postgres),
                Cpu.now(stack).since(cpu),
                times);
    }

    private void awaitProjection(Analyst analyst, int refunded) throws IOException {
        long deadline = System.nanoTime() + PROJECTION_LIMIT.toNanos();
        String last = "nothing";
        while (System.nanoTime() < deadline) {
            var answer = analyst.totals(location);
            last = answer.body();
            if (answer.status() == 200
                    && answer.json().getLong("refundedKrw") == refunded * PaymentLifecycles.TOTAL_KRW) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("the report did not come to " + refunded + " refunds: " + last);
    }
}
