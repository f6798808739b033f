package com.coworkpay.platform.testkit;

import com.coworkpay.platform.embedded.Ports;
import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;

/// Kafka in a container; Testcontainers removes it when this JVM ends.
final class KafkaContainerServer implements TestServerMXBean {
    private static final int CONTAINER_PORT = 9092;

    private final int port = Ports.orFree(0);
    private final KafkaContainer container = new KafkaContainer("apache/kafka:4.1.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    private boolean isRunning;

    KafkaContainerServer() {
        Docker.bind(container, port, CONTAINER_PORT);
        container.start();
        isRunning = true;
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
