package com.coworkpay.platform.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/// A single Kafka 4.1 node (KRaft, broker and controller) inside this JVM, on localhost.
///
/// The folder is kept: topics, records and offsets are there again at the next start, after a kill too (which
/// takes about three seconds longer). It takes about 150 MiB with `-Xmx128m` and grows without a cap, so a program
/// that has other things to do better runs [KafkaProcess]. A fatal fault of the broker ends the JVM.
public final class EmbeddedKafka implements AutoCloseable {
    private final KafkaRaftServer server;
    private final FolderLock lock;
    private final String bootstrapServers;
    private final Thread atExit = new Thread(this::shutDown, "embedded-kafka-stop");

    private boolean closed;

    private EmbeddedKafka(KafkaRaftServer server, FolderLock lock, String bootstrapServers) {
        this.server = server;
        this.lock = lock;
        this.bootstrapServers = bootstrapServers;
    }

    /// Starts and waits until the broker serves.
    ///
    /// @param folder kept if it exists, never formatted twice
    /// @param port 0 for a free one
    public static EmbeddedKafka start(Path folder, int port) {
        return start(folder, port, usual -> {});
    }

    /// @param more sets what is asked of this broker besides the usual, such as a second listener
    public static EmbeddedKafka start(Path folder, int port, Consumer<Properties> more) {
        Path real = Folders.made(folder);
        FolderLock lock = FolderLock.of(real);
        try {
            KafkaFolder files = new KafkaFolder(real);
            files.formatOnce();
            int actualPort = Ports.orFree(port);
            Properties settings = files.settings(actualPort);
            more.accept(settings);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
            EmbeddedKafka started = new EmbeddedKafka(server, lock, "localhost:" + actualPort);
            Runtime.getRuntime().addShutdownHook(started.atExit);
            return started;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /// Makes the topic if it is missing.
    public void createTopic(String name, int partitions, boolean compacted) {
        KafkaTopics.create(bootstrapServers, List.of(new KafkaTopics.Topic(name, partitions, compacted)));
    }

    /// Stops cleanly; the folder stays.
    @Override
    public void close() {
        shutDown();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook runs already; it finds the broker stopped.
        }
    }

    /// Once; a second caller waits for the first.
    private synchronized void shutDown() {
        if (!closed) {
            closed = true;
            server.shutdown();
            server.awaitShutdown();
            lock.close();
        }
    }
}
