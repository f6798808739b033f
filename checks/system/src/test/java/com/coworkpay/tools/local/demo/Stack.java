package com.coworkpay.tools.local.demo;

import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.load.Events;
import com.coworkpay.tools.local.load.ShortTimeouts;
import com.coworkpay.tools.local.stack.Addresses;
import com.coworkpay.tools.local.stack.DemoMerchants;
import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.Secrets;
import com.coworkpay.tools.local.stack.StackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The whole stack for the system tests: one for all of them, on free ports, in a folder that is empty at first. Waits
/// that are half a minute and longer in production are seconds here.
final class Stack {
    static final Duration LIMIT = Duration.ofMinutes(4);

    /// Processes live for seconds here: what the second compiler would make of them comes too late to be used.
    static final Map<String, String> QUICK_START = Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable Stack shared;
    private static @Nullable LocalStack twoOfEach;

    private final Path folder;
    private final LocalStack stack;

    private Stack(Path folder, LocalStack stack) {
        this.folder = folder;
        this.stack = stack;
    }

    static synchronized Stack shared() {
        if (shared == null) {
            try {
                var folder = Files.createTempDirectory("coworkpay-system");
                shared = new Stack(folder, started(folder));
                Runtime.getRuntime().addShutdownHook(new Thread(shared.stack()::close));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return shared;
    }

    /// One more for those who need two processes of each service, with the waits of production; only a rebuild whose
    /// process was killed is free sooner.
    static synchronized LocalStack twoOfEach() {
        if (twoOfEach == null) {
            try {
                twoOfEach = started(
                        settings(
                                        Files.createTempDirectory("coworkpay-two-of-each"),
                                        Map.of("COWORKPAY_REPORTING_REBUILD_LEASE", "5s"))
                                .withReplicas(2)
                                .withConsole(),
                        "[two of each] ");
                Runtime.getRuntime().addShutdownHook(new Thread(twoOfEach::close));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return twoOfEach;
    }

    private static LocalStack started(Path folder) throws IOException {
        return started(settings(folder, ShortTimeouts.SETTINGS).withConsole(), "[stack] ");
    }

    private static StackSettings settings(Path folder, Map<String, String> ofServices) {
        var root = Path.of(System.getProperty("coworkpay.root"));
        var ofProcesses = new HashMap<>(ofServices);
        ofProcesses.putAll(QUICK_START);
        return new StackSettings(
                root, folder, false, OptionalInt.empty(), true, ofProcesses, false, Duration.ofMinutes(8));
    }

    private static LocalStack started(StackSettings settings, String name) throws IOException {
        var stack = new LocalStack(settings, line -> System.out.println(name + line));
        try {
            stack.start();
            return stack;
        } catch (RuntimeException | IOException failed) {
            stack.close();
            throw failed;
        }
    }

    LocalStack stack() {
        return stack;
    }

    Path folder() {
        return folder;
    }

    /// A command of `./coworkpay`, run as the script runs it.
    ///
    /// @param state the folder of the stack that it starts, or that runs already
    static Process program(Path state, String command, Path output) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dcoworkpay.root=" + System.getProperty("coworkpay.root"),
                        "-Dcoworkpay.state=" + state,
                        "-jar",
                        System.getProperty("coworkpay.jar"),
                        command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(QUICK_START);
        return builder.start();
    }

    /// Kills the database server itself, as a crash would.
    void killPostgres() {
        var server = ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .findFirst()
                .orElseThrow();
        if (!server.destroyForcibly()) {
            throw new IllegalStateException("PostgreSQL cannot be killed");
        }
    }

    /// As somebody with the rights of the database's owner.
    void update(String database, String sql) {
        try (var connection = stack.database(database);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    SimulatorControl kakaopay() {
        return new SimulatorControl(stack.addresses().simulator());
    }

    Events events() {
        return new Events(stack.bootstrapServers());
    }

    /// A location of this test's own, connected, ready for payments.
    Place place() throws IOException {
        return placeOn(stack);
    }

    static Place placeOn(LocalStack stack) throws IOException {
        return placeOn(stack.addresses(), stack.secrets());
    }

    static Place placeOn(Addresses at, Secrets secrets) throws IOException {
        String location = "demo-it" + System.currentTimeMillis() % 100_000_000 + "-" + NUMBER.incrementAndGet();
        var suite = new ApiClient(at, secrets, location);
        suite.bookingSystem().registerLocation(location);
        var answer = suite.administrators()
                .connect(location, "SECRET_KEY", DemoMerchants.SECRET_KEY, DemoMerchants.SECRET_KEY_CID);
        ExpectationFailedException.unless(answer.status() / 100 == 2, "cannot connect: " + answer.body());
        return new Place(suite, location, new SimulatorControl(at.simulator()));
    }

    /// A connected location and who pays there.
    record Place(ApiClient suite, String location, SimulatorControl kakaopay) {
        private static final AtomicInteger BOOKING = new AtomicInteger();

        /// A payment that KakaoPay has approved.
        StartedPayment paid() {
            var payment = begun();
            suite.visit(kakaopay.pay(payment.redirectUrl(), Method.MONEY));
            suite.awaitStatus(payment, "SUCCEEDED");
            return payment;
        }

        /// The booking of a payment, as [#begun] named the last one.
        String lastBooking() {
            return location + "-booking-" + BOOKING.get();
        }

        StartedPayment begun() {
            return suite.pay(location, nextBooking());
        }

        String nextBooking() {
            return location + "-booking-" + BOOKING.incrementAndGet();
        }

        /// So many paid ones that refund-service knows, in the order of their ids.
        List<StartedPayment> paidInOrder(int count) {
            try (var payers = Executors.newFixedThreadPool(8)) {
                return IntStream.range(0, count)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(this::paid, payers))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .peek(suite::preview)
                        .sorted(Comparator.comparing(StartedPayment::id))
                        .toList();
            }
        }
    }
}
