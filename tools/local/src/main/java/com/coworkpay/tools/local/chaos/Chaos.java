package com.coworkpay.tools.local.chaos;

import com.coworkpay.kakaopay.simulator.Call;
import com.coworkpay.kakaopay.simulator.RandomFault;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.demo.BookingSystem;
import com.coworkpay.tools.local.load.Bearer;
import com.coworkpay.tools.local.load.Merchants;
import com.coworkpay.tools.local.load.Portal;
import com.coworkpay.tools.local.load.ShortTimeouts;
import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// `./coworkpay chaos`: members live whole lives of payments while KakaoPay loses, delays and repeats answers, services
/// are killed, and Kafka and PostgreSQL are restarted. Then everybody's books are compared with KakaoPay's.
public final class Chaos {
    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(6);

    /// About half of what staff refund is above it.
    private static final long APPROVAL_LIMIT_KRW = 40_000;

    private final ChaosOptions options;
    private final Console console;
    private final LocalStack stack;
    private final Http http;
    private final ExpectedOutcomes expected = new ExpectedOutcomes();
    private final List<String> locations;

    private Chaos(ChaosOptions options, Console console, LocalStack stack, Http http) {
        this.options = options;
        this.console = console;
        this.stack = stack;
        this.http = http;
        String run = Long.toString(System.currentTimeMillis(), 36);
        this.locations = List.of("demo-chaos-" + run + "-a", "demo-chaos-" + run + "-b");
    }

    public static int run(ChaosOptions options, Path root, Console console)
            throws IOException, SQLException, InterruptedException {
        var folder = root.resolve("target/chaos-state");
        var settings = new StackSettings(
                        root, folder, true, OptionalInt.empty(), true, settings(), false, Duration.ofMinutes(3))
                .withReplicas(options.replicas());
        console.say("%s: %d minutes, %d members, seed %d; a stack of its own, state in %s"
                .formatted(
                        console.strong("CoworkPay chaos"),
                        options.length().toMinutes(),
                        options.members(),
                        options.seed(),
                        folder));
        try (var stack = new LocalStack(settings, console::say)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.start();
            return play(options, stack, console).isClean() ? 0 : 1;
        }
    }

    /// Some refunds are left to their expiry, which is seconds here; a long run makes more order inquiries than a day
    /// has.
    private static Map<String, String> settings() {
        var settings = new HashMap<>(ShortTimeouts.SETTINGS);
        settings.put("COWORKPAY_REFUND_APPROVAL_EXPIRES_AFTER", "30s");
        settings.put("COWORKPAY_REFUND_COMPARISON_DAILY_QUOTA", "1000000");
        return settings;
    }

    /// On a stack that runs already (system tests).
    public static Discrepancies play(ChaosOptions options, LocalStack stack, Console console)
            throws IOException, SQLException, InterruptedException {
        var chaos = new Chaos(options, console, stack, new Http());
        var troublemaker = new FaultInjector(
                stack, options.seed(), line -> console.say("%s  (%d lives)".formatted(line, chaos.expected.lives())));
        return chaos.play(troublemaker, KakaoPayFaults.faults(), true, Outage.hasRoomIn(options.length()));
    }

    /// Every process of every service is restarted once, however long that takes. KakaoPay makes no mistakes, but takes
    /// its time: whenever a process is told to end, it has requests in hand. Nobody cancels in the dashboard, as a
    /// comparison waits as long as in production after KakaoPay was not there.
    ///
    /// @param http by which the callers call; it may watch what they are answered
    public static Discrepancies playRollingRestart(ChaosOptions options, LocalStack stack, Console console, Http http)
            throws IOException, SQLException, InterruptedException {
        return new Chaos(options, console, stack, http)
                .play(new RollingRestart(stack, console::say), List.of(KakaoPayFaults.slowness()), false, false);
    }

    /// @param withDashboard whether money is given back in KakaoPay's dashboard, too, and all are compared in the end
    /// @param withOutage whether KakaoPay is away for a while, too
    private Discrepancies play(
            FaultSchedule faults, List<RandomFault> kakaoPayFaults, boolean withDashboard, boolean withOutage)
            throws IOException, SQLException, InterruptedException {
        var kakaopay = new SimulatorControl(stack.addresses().simulator());
        var callers = new TokenClient(http, stack.addresses().issuer(), stack.secrets());
        new Merchants(http, callers, stack.addresses().frontDoor()).connectOneOfEachApi(locations, APPROVAL_LIMIT_KRW);
        var before = Instant.now();
        if (!kakaoPayFaults.isEmpty()) {
            kakaopay.randomFaults(options.seed(), kakaoPayFaults);
        }
        liveUnder(faults, callers, kakaopay, kakaoPayFaults, withDashboard, withOutage);
        var quietSince = Instant.now();
        kakaopay.clearFaults();
        var played = faultsPlayed(kakaopay);
        console.say("The faults are over after %d s; %d lives. What is open settles now."
                .formatted(Duration.between(before, Instant.now()).toSeconds(), expected.lives()));
        var settling = Instant.now();
        var colleagues = new Colleagues(stack, http, administrator(callers, "dohyun"), locations);
        console.say("  %d refunds still wait for approval: approved now".formatted(colleagues.approveWhatWaits()));
        var probe = new QuiescenceProbe(stack, console::say);
        probe.await(SETTLE_LIMIT);
        if (withDashboard) {
            console.say("  all compared with KakaoPay: %d won had been made outside"
                    .formatted(colleagues.compareAll(quietSince)));
            probe.await(SETTLE_LIMIT);
        }
        var settled = Duration.between(settling, Instant.now());
        var findings = new Audit(stack, http, callers, kakaopay, locations, expected).findings();
        new ChaosReport(findings, expected, faults.made(), played, settled, options.seed()).print(console);
        return findings;
    }

    private void liveUnder(
            FaultSchedule faults,
            TokenClient callers,
            SimulatorControl kakaopay,
            List<RandomFault> kakaoPayFaults,
            boolean withDashboard,
            boolean withOutage)
            throws InterruptedException {
        var making = new FutureTask<Void>(() -> {
            faults.make();
            return null;
        });
        Thread.ofPlatform().name("troublemaker").start(making);
        var over = new AtomicBoolean();
        var seeds = new SplittableRandom(options.seed());
        try (var members = Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("member-", 0).factory());
                var bookingSystem = new BookingSystem(stack.bootstrapServers())) {
            for (int number = 1; number <= options.members(); number++) {
                var member = member("m" + number, seeds.split(), callers, bookingSystem, withDashboard);
                members.execute(() -> {
                    while (!over.get()) {
                        member.live();
                        LockSupport.parkNanos(options.rest().toNanos());
                    }
                });
            }
            var outage = new Outage(kakaopay, bookingSystem, expected, console::say);
            var away = new FutureTask<Void>(() -> {
                if (withOutage) {
                    outage.play(options.length(), options.seed(), kakaoPayFaults);
                }
                return null;
            });
            Thread.ofPlatform().name("outage").start(away);
            waitFor(options.length(), making);
            over.set(true);
            faults.stop();
            outage.stop();
            ended(away, "KakaoPay could not be taken away");
        }
        ended(making, "a part did not come back");
    }

    private static void ended(FutureTask<Void> task, String otherwise) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(otherwise, broken.getCause());
        }
    }

    private PayerActor member(
            String name,
            SplittableRandom random,
            TokenClient callers,
            BookingSystem bookingSystem,
            boolean withDashboard) {
        var front = stack.addresses().frontDoor();
        var staff = new AdministratorActor(
                http, front, administrator(callers, "minji"), administrator(callers, "dohyun"), expected);
        var merchant = withDashboard ? new DashboardActor(stack.addresses().simulator()) : null;
        var portal = new Portal(http, front, front, new Bearer(() -> callers.machine("portal")));
        return new PayerActor(portal, staff, merchant, bookingSystem, expected, random, name, locations);
    }

    private Bearer administrator(TokenClient callers, String person) {
        return new Bearer(() -> callers.person(person, "location:" + String.join(" location:", locations)));
    }

    private static void waitFor(Duration length, FutureTask<Void> making) throws InterruptedException {
        try {
            making.get(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException asItMustBe) {
            // It makes trouble until it is told to stop.
        } catch (ExecutionException broken) {
            // Said by the caller.
        }
    }

    private Map<String, Long> faultsPlayed(SimulatorControl kakaopay) {
        return kakaopay.calls().stream()
                .filter(call -> call.fault() != null)
                .collect(Collectors.groupingBy(Chaos::nameOf, TreeMap::new, Collectors.counting()));
    }

    private static String nameOf(Call call) {
        return call.endpoint() + " " + call.fault();
    }
}
