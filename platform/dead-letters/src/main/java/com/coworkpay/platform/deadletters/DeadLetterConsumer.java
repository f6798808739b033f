package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.observability.SafeErrorText;
import com.coworkpay.platform.outbox.ReceivedLetter;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/// Stores the dead letters of this service. Whatever bytes they have, the table takes them; while the database is
/// unavailable the topic waits.
@ApplicationScoped
class DeadLetterConsumer {
    private static final Logger LOG = Logger.getLogger(DeadLetterConsumer.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

    private final DeadLetterStore letters;
    private final InFlightWork inFlight;

    DeadLetterConsumer(DeadLetterStore letters, InFlightWork inFlight) {
        this.letters = letters;
        this.inFlight = inFlight;
    }

    @Incoming("dead-letters")
    Uni<Void> consume(Message<byte[]> message) {
        return inFlight.holdUntilTheEnd(
                () -> stored(message).chain(() -> Uni.createFrom().completionStage(message.ack())));
    }

    @SuppressWarnings("unchecked")
    private Uni<Void> stored(Message<byte[]> message) {
        ConsumerRecord<byte[], byte[]> letter =
                (ConsumerRecord<byte[], byte[]>) message.getMetadata(IncomingKafkaRecordMetadata.class)
                        .orElseThrow()
                        .getRecord();
        return Uni.createFrom()
                .deferred(() -> letters.add(DeadLetterRow.of(ReceivedLetter.of(letter))))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the dead letter at %s-%d@%d is not stored yet: %s",
                        letter.topic(), letter.partition(), letter.offset(), SafeErrorText.of(failure)))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, MAX_PAUSE)
                .indefinitely();
    }
}
