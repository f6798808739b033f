package com.coworkpay.tools.local;

import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.StackSettings;
import com.coworkpay.tools.local.stack.StateFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/// `./coworkpay up`: starts the stack, says where it is, and runs until it is told to end.
final class Up {
    private Up() {}

    static int run(boolean fresh, OptionalInt port, int replicas, Path root, Console console)
            throws IOException, InterruptedException {
        var folder = StateFolder.of(root);
        var before = Instant.now();
        SupervisorLog.to(StateFolder.supervisorLog(folder));
        try (var stack = new LocalStack(
                StackSettings.of(root, folder, fresh, port)
                        .withReplicas(replicas)
                        .withConsole(),
                line -> console.say(line))) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(stack, console)));
            console.say(console.strong("Starting CoworkPay") + " on this machine; state in " + folder);
            stack.start();
            ReadyMadeLocations.make(stack.addresses(), stack.secrets());
            long seconds = Duration.between(before, Instant.now()).toSeconds();
            console.say(Welcome.text(stack.addresses(), folder, seconds, replicas, console));
            new CountDownLatch(1).await();
            return 0;
        } catch (RuntimeException failed) {
            if (isEnding(failed)) {
                new CountDownLatch(1).await();
            }
            throw failed;
        }
    }

    /// The failure of a start that Ctrl-C broke off is no news; the shutdown hook ends the program.
    private static boolean isEnding(RuntimeException failed) {
        try {
            Runtime.getRuntime().removeShutdownHook(new Thread());
            return false;
        } catch (IllegalStateException shuttingDown) {
            return !failed.equals(shuttingDown);
        }
    }

    private static void end(LocalStack stack, Console console) {
        boolean isNews = !stack.isClosed();
        if (isNews) {
            console.say("\nStopping …");
        }
        stack.close();
        if (isNews) {
            console.say("Stopped. The state is kept; ./coworkpay up goes on with it.");
        }
    }
}
