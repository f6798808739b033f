package com.coworkpay.tools.local.demo;

import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.load.Analyst;
import com.coworkpay.tools.local.load.Bearer;
import com.coworkpay.tools.local.load.ProjectionOperator;
import com.coworkpay.tools.local.stack.Addresses;
import com.coworkpay.tools.local.stack.Secrets;
import com.coworkpay.tools.local.stack.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/// `./coworkpay demo`: plays the whole story, connecting, paying, cancelling, refunding, reporting, against the
/// running stack, over its public interfaces, and fails where a step differs. Each run has locations and bookings of
/// its own, so that it can be played any number of times.
public final class Demo {
    private Demo() {}

    public static int run(Path root, Console console) throws IOException {
        var folder = StateFolder.of(root);
        var at = Addresses.of(folder);
        return play(at, Secrets.of(folder), console) ? 0 : 1;
    }

    /// @return whether every step went as it must
    public static boolean play(Addresses at, Secrets secrets, Console console) throws IOException {
        String run = newRun();
        String first = "demo-" + run + "-a";
        String second = "demo-" + run + "-b";
        var demo = new DemoConsole(console);
        var before = Instant.now();
        console.say(console.strong("CoworkPay demo") + ", run " + run + ", against " + at.frontDoor());
        try (var bookingSystem = new BookingSystem(at.kafka());
                var notices = new Notices(at.kafka())) {
            var suite = new ApiClient(at, secrets, first, second);
            var kakaopay = new SimulatorControl(at.simulator());
            var bookings = new Bookings(run);
            new ConnectChapter(suite, demo, first, second).play();
            new PayChapter(suite, kakaopay, demo, first, second, bookings).play();
            new OutageChapter(suite, kakaopay, demo, first, bookings).play();
            var refunded =
                    new RefundChapter(suite, kakaopay, bookingSystem, notices, demo, first, second, bookings).play();
            new PersonChapter(suite, kakaopay, at.simulator(), bookingSystem, demo, first, bookings).play();
            new ApprovalChapter(suite, kakaopay, demo, first, bookings).play();
            new BatchChapter(suite, kakaopay, bookingSystem, demo, first, bookings).play();
            var http = new Http();
            var callers = new TokenClient(http, at.issuer(), secrets);
            var analyst =
                    new Analyst(http, at.frontDoor(), new Bearer(() -> callers.person("hyun", "location:" + first)));
            var operator = new ProjectionOperator(http, at.reporting(), new Bearer(() -> callers.machine("operator")));
            new ReportChapter(suite, analyst, operator, kakaopay, demo, first).play(refunded);
        } catch (ExpectationFailedException | IllegalStateException different) {
            console.say("   " + console.bad("DIFFERENT: ") + different.getMessage());
            console.say("\n" + console.bad("The demo failed") + " in step " + demo.steps() + " (run " + run + ").");
            return false;
        }
        console.say("\n%s: %d steps in %d s (run %s)."
                .formatted(
                        console.good("The demo passed"),
                        demo.steps(),
                        Duration.between(before, Instant.now()).toSeconds(),
                        run));
        return true;
    }

    private static String newRun() {
        long seconds = Instant.now().getEpochSecond();
        int more = ThreadLocalRandom.current().nextInt(36 * 36);
        return Long.toString(seconds * 36 * 36 + more, 36);
    }
}
