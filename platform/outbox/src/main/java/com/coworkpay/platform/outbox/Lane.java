package com.coworkpay.platform.outbox;

/// A way into Kafka that can be blocked by itself: a topic, or one of its partitions.
///
/// @param partition −1: the whole topic
record Lane(String topic, int partition) {
    static final int WHOLE = -1;

    static Lane of(String topic) {
        return new Lane(topic, WHOLE);
    }

    @Override
    public String toString() {
        return partition == WHOLE ? topic : topic + "-" + partition;
    }
}
