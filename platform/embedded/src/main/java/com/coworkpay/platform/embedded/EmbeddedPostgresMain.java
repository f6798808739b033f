package com.coworkpay.platform.embedded;

import java.nio.file.Path;

/// PostgreSQL as a child process: `EmbeddedPostgresMain <folder> <port>`; durable; ends on SIGTERM.
public final class EmbeddedPostgresMain {
    private EmbeddedPostgresMain() {}

    public static void main(String[] args) throws InterruptedException {
        if (args.length != 2) {
            System.err.println("usage: EmbeddedPostgresMain <folder> <port, 0 for a free one>");
            System.exit(64);
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]), Integer.parseInt(args[1]), true)) {
            System.out.println("postgres ready on port " + postgres.port());
            Thread.currentThread().join();
        }
    }
}
