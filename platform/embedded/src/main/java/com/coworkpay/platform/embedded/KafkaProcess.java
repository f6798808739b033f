package com.coworkpay.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// [EmbeddedKafka] as a child of this JVM, with a memory of its own that is capped. It ends with this JVM,
/// however that ends.
public final class KafkaProcess implements AutoCloseable {
    private static final int START_SECONDS = 90;
    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final int port;

    private KafkaProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts and waits until the broker serves. Its output goes to `folder/kafka.log`.
    ///
    /// @param port 0 for a free one
    /// @param heapMb 128 suffices for tests and the local stack
    public static KafkaProcess start(Path folder, int port, int heapMb) {
        Path real = Folders.made(folder);
        int actualPort = Ports.orFree(port);
        Path log = real.resolve("kafka.log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heapMb + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EmbeddedKafkaMain.class.getName()));
        command.addAll(List.of(
                real.toString(), "" + actualPort, "" + ProcessHandle.current().pid()));
        try {
            Files.deleteIfExists(log);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            awaitReady(process, log);
            return new KafkaProcess(process, actualPort);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka cannot be started", e);
        }
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /// Makes the topic if it is missing.
    public void createTopic(String name, int partitions, boolean compacted) {
        KafkaTopics.create(bootstrapServers(), List.of(new KafkaTopics.Topic(name, partitions, compacted)));
    }

    /// Kills it as a crash would; the folder stays.
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// Stops cleanly; the folder stays.
    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd()) {
            kill();
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void awaitReady(Process process, Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.readString(log, StandardCharsets.ISO_8859_1).contains(EmbeddedKafkaMain.READY)) {
            if (ended(process) || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("Kafka did not start:\n" + LogTail.of(log));
            }
        }
    }

    /// Looks ten times a second.
    private static boolean ended(Process process) {
        try {
            return process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
