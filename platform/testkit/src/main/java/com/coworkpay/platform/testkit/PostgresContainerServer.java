package com.coworkpay.platform.testkit;

import com.coworkpay.platform.embedded.Ports;
import java.util.Map;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// PostgreSQL in a container; Testcontainers removes it when this JVM ends.
final class PostgresContainerServer implements TestServerMXBean {
    private final int port = Ports.orFree(0);
    private final PostgreSQLContainer container = new PostgreSQLContainer("postgres:18.4")
            .withUsername("postgres")
            .withPassword("postgres")
            .withCommand(
                    "postgres",
                    "-c",
                    "fsync=off",
                    "-c",
                    "max_connections=200",
                    "-c",
                    "shared_preload_libraries=pg_stat_statements");
    private boolean isRunning;

    PostgresContainerServer() {
        Docker.bind(container, port, PostgreSQLContainer.POSTGRESQL_PORT);
        container.start();
        isRunning = true;
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public Map<String, String> getAccess() {
        return Map.of("user", "postgres", "password", "postgres");
    }

    @Override
    public synchronized void stop() {
        if (isRunning) {
            Docker.stop(container);
            isRunning = false;
        }
    }

    @Override
    public synchronized void start() {
        if (!isRunning) {
            Docker.start(container);
            Reachable.await(port);
            isRunning = true;
        }
    }
}
