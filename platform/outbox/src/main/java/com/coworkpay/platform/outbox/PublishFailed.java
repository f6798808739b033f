package com.coworkpay.platform.outbox;

import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/// Kafka did not take a record, as far as we know.
final class PublishFailed extends Exception {
    private final Throwable reason;

    PublishFailed(Throwable reason) {
        super(reason.getClass().getSimpleName() + ": " + reason.getMessage(), reason);
        this.reason = reason;
    }

    /// Goes by without anybody doing anything; the broker is away, or the topic is missing.
    boolean isTransient() {
        return reason instanceof RetriableException || reason instanceof java.util.concurrent.TimeoutException;
    }

    /// The fault is this record's or its topic's: others will pass.
    boolean isOfTheRecord() {
        return isTooLarge()
                || reason instanceof SerializationException
                || reason instanceof InvalidTopicException
                || reason instanceof TopicAuthorizationException;
    }

    boolean isTooLarge() {
        return reason instanceof RecordTooLargeException;
    }
}
