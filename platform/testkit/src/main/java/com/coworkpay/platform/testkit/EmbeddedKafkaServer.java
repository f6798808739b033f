package com.coworkpay.platform.testkit;

import com.coworkpay.platform.embedded.Folders;
import com.coworkpay.platform.embedded.KafkaProcess;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Kafka as a child of this JVM, in a temporary folder, with 128 MiB of heap.
final class EmbeddedKafkaServer implements TestServerMXBean {
    private static final int HEAP_MB = 128;

    private final Path folder = TestFolders.folder("kafka");
    private final int port;
    private @Nullable KafkaProcess running;

    EmbeddedKafkaServer() {
        KafkaProcess first = KafkaProcess.start(folder, 0, HEAP_MB);
        port = Integer.parseInt(first.bootstrapServers().replaceAll(".*:", ""));
        running = first;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "test-kafka-end"));
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public Map<String, String> getAccess() {
        return Map.of();
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
            running = KafkaProcess.start(folder, port, HEAP_MB);
        }
    }

    private synchronized void end() {
        if (running != null) {
            running.kill();
        }
        Folders.delete(folder);
    }
}
