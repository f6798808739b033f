package com.coworkpay.platform.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/// The files of one broker in a folder of ours, formatted exactly once.
///
/// ```text
/// folder/in-use     lock of the program that owns the broker
/// folder/log/       Kafka's own
/// folder/formatted  written last: without it the log folder is half made and is made again
/// ```
record KafkaFolder(Path folder) {
    private static final int NODE = 1;

    void formatOnce() {
        Path marker = folder.resolve("formatted");
        if (Files.exists(marker)) {
            return;
        }
        Path log = folder.resolve("log");
        Folders.delete(log);
        try {
            Formatter formatter = new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString());
            formatter.run();
            Files.writeString(marker, "Kafka 4.1\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("Kafka folder cannot be formatted: " + folder, e);
        }
    }

    /// One node that is broker and controller. The controller's port is free to change from start to start.
    Properties settings(int port) {
        int controllerPort = Ports.orFree(0);
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", "" + NODE);
        p.setProperty("controller.quorum.voters", NODE + "@localhost:" + controllerPort);
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        p.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + port);
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("log.dirs", folder.resolve("log").toString());
        // After a hard kill the next start waits for the old session to run out.
        p.setProperty("broker.session.timeout.ms", "3000");
        p.setProperty("broker.heartbeat.interval.ms", "500");
        List.of(
                        "offsets.topic.replication.factor",
                        "transaction.state.log.replication.factor",
                        "transaction.state.log.min.isr",
                        "share.coordinator.state.topic.replication.factor",
                        "share.coordinator.state.topic.min.isr",
                        "offsets.topic.num.partitions",
                        "transaction.state.log.num.partitions",
                        "share.coordinator.state.topic.num.partitions")
                .forEach(key -> p.setProperty(key, "1"));
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        // A topic that nobody declared is a mistake to be seen, not a topic with one partition.
        p.setProperty("auto.create.topics.enable", "false");
        // Events are kept for ever; cleaning of compacted topics stays on.
        p.setProperty("log.retention.ms", "-1");
        p.setProperty("offsets.retention.minutes", "" + 10 * 365 * 24 * 60);
        p.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        p.setProperty("log.index.size.max.bytes", "1048576");
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "2");
        p.setProperty("background.threads", "2");
        p.setProperty("num.recovery.threads.per.data.dir", "2");
        p.setProperty("controlled.shutdown.enable", "true");
        return p;
    }
}
