package com.coworkpay.tools.local.stack;

import com.coworkpay.platform.embedded.EmbeddedPostgres;
import java.nio.file.Path;

/// PostgreSQL as a part of the stack: `PostgresMain <folder> <port>`, with the password of each database's role in the
/// environment. It makes the databases, and ends when PostgreSQL ends, so that both are started again together.
final class PostgresMain {
    static final String READY = "databases ready";

    private PostgresMain() {}

    static String passwordVariable(String database) {
        return "STACK_PASSWORD_" + database;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), true);
        for (String database : Databases.NAMES) {
            postgres.createDatabase(database, database, System.getenv(passwordVariable(database)));
        }
        System.out.println(READY);
        ProcessHandle.of(postgres.pid())
                .map(ProcessHandle::onExit)
                .ifPresentOrElse(exit -> exit.thenRun(PostgresMain::end).join(), PostgresMain::end);
    }

    private static void end() {
        System.err.println("PostgreSQL ended");
        System.exit(1);
    }
}
