package com.coworkpay.tools.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A Java program as it is started.
///
/// @param java the executable
/// @param arguments what follows it
/// @param endLimit how long it may take to end by itself, whoever asked it to
record Program(Path java, List<String> arguments, Duration endLimit) {
    /// Above the 20 seconds in which a service ends what it has in hand.
    static final Duration USUAL_END_LIMIT = Duration.ofSeconds(30);

    Program {
        arguments = List.copyOf(arguments);
    }

    /// By the JDK that runs the supervisor.
    static Program ofOwnJdk(List<String> arguments) {
        return new Program(javaOf(ownJdk()), arguments, USUAL_END_LIMIT);
    }

    static Path ownJdk() {
        return Path.of(System.getProperty("java.home"));
    }

    static Path javaOf(Path jdk) {
        return jdk.resolve("bin/java");
    }
}
