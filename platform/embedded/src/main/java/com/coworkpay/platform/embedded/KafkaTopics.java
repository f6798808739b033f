package com.coworkpay.platform.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/// Topics of a broker, ours or a container's.
public final class KafkaTopics {
    private static final int WAIT_SECONDS = 60;

    private KafkaTopics() {}

    /// A topic to be there; one replica.
    ///
    /// @param compacted keeps the last record of each key, instead of every record
    public record Topic(String name, int partitions, boolean compacted) {}

    /// Makes those that are missing and waits until they are known; existing ones stay as they are.
    public static void create(String bootstrapServers, List<Topic> topics) {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic topic : topics) {
            wanted.add(new NewTopic(topic.name(), topic.partitions(), (short) 1)
                    .configs(Map.of("cleanup.policy", topic.compacted() ? "compact" : "delete", "retention.ms", "-1")));
        }
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("enable.metrics.push", "false");
        try (Admin admin = Admin.create(properties)) {
            admin.createTopics(wanted).values().forEach(KafkaTopics::awaitMade);
        }
    }

    private static void awaitMade(String name, KafkaFuture<Void> made) {
        try {
            made.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic cannot be made: " + name, e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
