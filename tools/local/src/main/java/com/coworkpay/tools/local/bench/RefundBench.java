package com.coworkpay.tools.local.bench;

import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.demo.BookingSystem;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// `./coworkpay bench refunds`: cancellations of bookings that are paid, first all at once, then at half the rate at
/// which these were refunded; beside the floor of a refund's two statements, in turns on the same machine.
public final class RefundBench {
    private static final Duration FLOOR_ROUND = Duration.ofSeconds(4);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int PAYERS = 32;
    private static final List<String> REFUND = List.of("refund");

    private final RefundBenchOptions options;
    private final Console console;
    private final LocalStack stack;
    private final SimulatorControl kakaopay;
    private final String location = "demo-bench-" + Long.toString(System.currentTimeMillis(), 36);

    private RefundBench(RefundBenchOptions options, Console console, LocalStack stack) {
        this.options = options;
        this.console = console;
        this.stack = stack;
        this.kakaopay = new SimulatorControl(stack.addresses().simulator());
    }

    public static int run(RefundBenchOptions options, Path root, Console console) throws IOException, SQLException {
        var folder = root.resolve("target/bench-state");
        var settings =
                new StackSettings(root, folder, true, OptionalInt.empty(), true, Map.of(), true, Duration.ofMinutes(3));
        try (var stack = new LocalStack(settings, console::say)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            console.say(console.strong("CoworkPay bench refunds") + ": a stack of its own, state in " + folder);
            stack.start();
            new RefundBench(options, console, stack).measure();
            return 0;
        }
    }

    private void measure() throws IOException, SQLException {
        var http = new Http();
        var callers = new TokenClient(http, stack.addresses().issuer(), stack.secrets());
        new Merchants(http, callers, stack.addresses().frontDoor()).connectOneOfEachApi(List.of(location));
        try (var bookingSystem = new BookingSystem(stack.bootstrapServers());
                var notices = new RefundNotices(stack.bootstrapServers())) {
            var portal = new Portal(
                    http,
                    stack.address(Services.PAYMENT),
                    stack.addresses().frontDoor(),
                    new Bearer(() -> callers.machine("portal")));
            var lives = new PaymentLifecycles(portal, bookingSystem, notices, location, PAYERS);
            console.say("Warming up: %d refunds".formatted(options.warmUp()));
            lives.live(options.warmUp());
            Postgres.analyze(stack);
            var floor = new BaselineBenchmark(stack);
            floor.refundRate(Duration.ofSeconds(1));
            var rounds = new ArrayList<RefundRound>();
            for (int number = 1; number <= options.rounds(); number++) {
                var round = round(lives, bookingSystem, notices, floor);
                rounds.add(round);
                console.say("  round %d: %5.0f refunds a second, floor %5.0f, ratio %.3f"
                        .formatted(number, round.rate(), round.floorRate(), round.ratio()));
            }
            new RefundReport(rounds, options).print(console);
        }
    }

    private RefundRound round(
            PaymentLifecycles lives, BookingSystem bookingSystem, RefundNotices notices, BaselineBenchmark floor)
            throws SQLException {
        var all = known(lives.pay(options.refunds()));
        var postgres = Postgres.now(stack, REFUND);
        double seconds = refunded(all, bookingSystem, notices, Double.POSITIVE_INFINITY, new HashMap<>());
        var used = Postgres.now(stack, REFUND).since(postgres);
        double floorRate = floor.refundRate(FLOOR_ROUND);
        var published = new HashMap<String, Instant>();
        var half = known(lives.pay(Math.max(1, options.refunds() / 2)));
        refunded(half, bookingSystem, notices, all.size() / seconds / 2, published);
        return new RefundRound(all.size(), seconds, used, floorRate, RefundRound.toCallMs(published, kakaopay.calls()));
    }

    /// Cancels them, and waits until the booking system heard of the last refund.
    ///
    /// @param rate cancellations a second
    /// @param published when each was, by payment
    /// @return how long it took
    private double refunded(
            List<PaymentLifecycles.Paid> paid,
            BookingSystem bookingSystem,
            RefundNotices notices,
            double rate,
            Map<String, Instant> published) {
        var over = new CountDownLatch(paid.size());
        paid.forEach(each -> notices.whenRefunded(each.payment(), over::countDown));
        long before = System.nanoTime();
        for (int number = 0; number < paid.size(); number++) {
            long at = before + (long) (number / rate * 1e9);
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(at - System.nanoTime());
            }
            published.put(paid.get(number).payment(), Instant.now());
            bookingSystem.cancelSoon(location, paid.get(number).booking());
        }
        try {
            if (!over.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(over.getCount() + " of " + paid.size() + " were not refunded");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
        return (System.nanoTime() - before) / 1e9;
    }

    /// Once refund-service knows that all were paid: what is measured begins with the cancellation.
    private List<PaymentLifecycles.Paid> known(List<PaymentLifecycles.Paid> paid) throws SQLException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (var connection = stack.database("refund");
                var count = connection.prepareStatement(
                        "select count(*) from paid_payment where payment_id = any (?::uuid[])")) {
            count.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            paid.stream().map(PaymentLifecycles.Paid::payment).toArray()));
            while (System.nanoTime() < deadline) {
                try (var row = count.executeQuery()) {
                    row.next();
                    if (row.getLong(1) == paid.size()) {
                        return paid;
                    }
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
        throw new IllegalStateException("refund-service does not know all payments");
    }
}
