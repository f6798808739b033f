package com.coworkpay.local.lifeline;

import java.io.IOException;
import java.lang.instrument.Instrumentation;

/// Ends a child process when its supervisor is gone, also when the supervisor was killed without a chance to clean up.
///
/// The child's standard input is a pipe that only the supervisor holds open and never writes to. The operating system
/// closes it with the supervisor, the read below returns, and the child shuts down in its normal way; if that takes too
/// long it is halted. Loaded as a Java agent, so that a service needs no code of its own for it.
public final class Lifeline {
    private static final int SHUTDOWN_LIMIT_MS = 15_000;

    private Lifeline() {}

    public static void premain(String argument, Instrumentation instrumentation) {
        Thread.ofPlatform().name("lifeline").daemon().start(Lifeline::endWithTheSupervisor);
    }

    private static void endWithTheSupervisor() {
        waitForTheEnd();
        var shutdown = Thread.ofPlatform().name("lifeline-exit").daemon().start(() -> System.exit(143));
        try {
            shutdown.join(SHUTDOWN_LIMIT_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(143);
    }

    private static void waitForTheEnd() {
        try {
            int read = System.in.read();
            while (read != -1) {
                read = System.in.read();
            }
        } catch (IOException closed) {
            // A broken pipe says the same as its end.
        }
    }
}
