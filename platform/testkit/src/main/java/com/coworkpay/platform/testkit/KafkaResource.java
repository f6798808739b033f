package com.coworkpay.platform.testkit;

import com.coworkpay.platform.embedded.KafkaTopics;
import com.coworkpay.platform.embedded.KafkaTopics.Topic;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A real Kafka for tests, one broker per JVM, with the topics of the suite; with and without Quarkus.
///
/// Sets `kafka.bootstrap.servers`. More topics: init argument `topics`, comma separated; a name that ends with `+`
/// is compacted. Without Quarkus: [#bootstrapServers()]. `stop()` and `start()` are an outage on the same port with
/// the records kept. The broker ends with the JVM.
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
    private static final int PARTITIONS = 3;

    /// As in docs/reference/events.md. A topic that nobody declared is refused by the broker.
    private static final List<Topic> TOPICS = List.of(
            new Topic("integration.events", PARTITIONS, true),
            new Topic("payment.events", PARTITIONS, false),
            new Topic("refund.events", PARTITIONS, false),
            new Topic("booking.events", PARTITIONS, false),
            new Topic("booking.notices", PARTITIONS, false),
            new Topic("integration-service.dlq", PARTITIONS, false),
            new Topic("payment-service.dlq", PARTITIONS, false));

    private String more = "";

    @Override
    public void init(Map<String, String> initArgs) {
        more = initArgs.getOrDefault("topics", "");
    }

    @Override
    public Map<String, String> start() {
        List<Topic> topics = new ArrayList<>();
        for (String name : more.isEmpty() ? new String[0] : more.split(",")) {
            topics.add(new Topic(
                    name.strip().replace("+", ""), PARTITIONS, name.strip().endsWith("+")));
        }
        String servers = bootstrapServers();
        if (!topics.isEmpty()) {
            KafkaTopics.create(servers, topics);
        }
        return Map.of("kafka.bootstrap.servers", servers);
    }

    /// The broker goes on for the next test class; it ends with the JVM.
    @Override
    public void stop() {
        startServer();
    }

    /// Where the broker is; starts it, with the topics of the suite, if this is the first call of the JVM.
    public static String bootstrapServers() {
        TestServerMXBean server = Servers.kafka();
        String servers = "localhost:" + server.getPort();
        String made = "coworkpay.testkit.topics." + server.getPort();
        if (System.getProperty(made) == null) {
            KafkaTopics.create(servers, TOPICS);
            System.setProperty(made, "true");
        }
        return servers;
    }

    /// Makes a topic with three partitions if it is missing.
    public static void topic(String name, boolean compacted) {
        KafkaTopics.create(bootstrapServers(), List.of(new Topic(name, PARTITIONS, compacted)));
    }

    /// Takes the broker away; the records stay.
    public static void stopServer() {
        Servers.kafka().stop();
    }

    /// Brings it back on the same port and waits until it serves.
    public static void startServer() {
        Servers.kafka().start();
    }

    public static void restart() {
        stopServer();
        startServer();
    }
}
