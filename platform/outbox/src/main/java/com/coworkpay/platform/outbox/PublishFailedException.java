package com.coworkpay.platform.outbox;

import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/// Kafka did not take a record, as far as we know.
final class PublishFailedException extends Exception {
    /// What takes nothing, most likely.
    enum Extent {
        /// This record's fault, or a fault that nobody knows: others will pass.
        RECORD,
        PARTITION,
        TOPIC
    }

    private final Throwable reason;
    private final int partition;
    private final int partitions;
    private final boolean wasTried;

    /// @param partition that the record was for; −1 if the topic's partitions are not known
    /// @param partitions as many as the topic has; 0 if that is not known
    PublishFailedException(Throwable reason, int partition, int partitions) {
        this(reason, partition, partitions, true);
    }

    private PublishFailedException(Throwable reason, int partition, int partitions, boolean wasTried) {
        super(reason.getClass().getSimpleName() + ": " + reason.getMessage(), reason);
        this.reason = reason;
        this.partition = partition;
        this.partitions = partitions;
        this.wasTried = wasTried;
    }

    /// It was not tried: its partition takes nothing.
    static PublishFailedException blocked(Lane lane) {
        return new PublishFailedException(
                new IllegalStateException(lane + " takes nothing"), lane.partition(), 0, false);
    }

    boolean wasTried() {
        return wasTried;
    }

    Extent extent() {
        if (reason instanceof AuthorizationException
                || reason instanceof AuthenticationException
                || reason instanceof InvalidTopicException) {
            return Extent.TOPIC;
        }
        if (reason instanceof SerializationException
                || (reason instanceof ApiException && !(reason instanceof RetriableException))) {
            return Extent.RECORD;
        }
        return partition < 0 ? Extent.TOPIC : Extent.PARTITION;
    }

    boolean isTooLarge() {
        return reason instanceof RecordTooLargeException;
    }

    /// The producer itself is not usable any more.
    boolean isOfTheProducer() {
        return !(reason instanceof RetriableException
                || reason instanceof TimeoutException
                || reason instanceof RecordTooLargeException
                || reason instanceof SerializationException
                || reason instanceof InvalidTopicException
                || reason instanceof TopicAuthorizationException);
    }

    int partition() {
        return partition;
    }

    int partitions() {
        return partitions;
    }
}
