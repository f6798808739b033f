package com.coworkpay.tools.local.stack;

import com.coworkpay.platform.embedded.KafkaTopics;
import com.coworkpay.platform.embedded.KafkaTopics.Topic;
import java.util.List;

/// The topics between the services.
final class Topics {
    private static final int PARTITIONS = 3;

    static final List<Topic> ALL = List.of(
            new Topic("integration.events", PARTITIONS, true),
            new Topic("payment.events", PARTITIONS, false),
            new Topic("refund.events", PARTITIONS, false),
            new Topic("booking.events", PARTITIONS, false),
            new Topic("booking.notices", PARTITIONS, false),
            new Topic("integration-service.dlq", 1, false),
            new Topic("payment-service.dlq", 1, false),
            new Topic("refund-service.dlq", 1, false),
            new Topic("reporting-service.dlq", 1, false));

    private Topics() {}

    static void make(String bootstrapServers) {
        KafkaTopics.create(bootstrapServers, ALL);
    }
}
