package com.coworkpay.platform.outbox;

/// Within one of these, order is kept.
record OutboxKey(String topic, String aggregateId) {
    @Override
    public String toString() {
        return aggregateId + " in topic " + topic;
    }
}
