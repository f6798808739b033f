package com.coworkpay.platform.embedded;

import java.nio.file.Path;

/// Kafka as a child process: `EmbeddedKafkaMain <folder> <port> [<pid of the parent>]`; ends on SIGTERM, and with
/// its parent where one is named, however that ends.
public final class EmbeddedKafkaMain {
    /// Printed when the broker serves, followed by its port.
    public static final String READY = "kafka ready on port ";

    private EmbeddedKafkaMain() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length < 2 || args.length > 3) {
            System.err.println("usage: EmbeddedKafkaMain <folder> <port, 0 for a free one> [<pid of the parent>]");
            System.exit(64);
        }
        if (args.length == 3) {
            endWithParent(Long.parseLong(args[2]));
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), Integer.parseInt(args[1]))) {
            System.out.println(READY + kafka.bootstrapServers().replaceAll(".*:", ""));
            Thread.currentThread().join();
        }
    }

    private static void endWithParent(long parentPid) {
        Runnable end = () -> System.exit(0);
        ProcessHandle.of(parentPid)
                .ifPresentOrElse(parent -> parent.onExit().thenRun(end).exceptionally(failure -> null), end);
    }
}
