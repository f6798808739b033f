package com.coworkpay.platform.testkit;

import com.coworkpay.platform.embedded.EmbeddedPostgres;
import com.coworkpay.platform.embedded.Folders;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// PostgreSQL of this JVM in a temporary folder, without fsync.
final class EmbeddedPostgresServer implements TestServerMXBean {
    private final Path folder = TestFolders.folder("postgres");
    private final int port;
    private final Map<String, String> access;
    private @Nullable EmbeddedPostgres running;

    EmbeddedPostgresServer() {
        EmbeddedPostgres first = EmbeddedPostgres.start(folder, 0, false);
        port = first.port();
        access = Map.of("user", "postgres", "password", first.superuserPassword());
        running = first;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "test-postgres-end"));
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public Map<String, String> getAccess() {
        return access;
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            running = EmbeddedPostgres.start(folder, port, false);
        }
    }

    private void end() {
        stop();
        Folders.delete(folder);
    }
}
