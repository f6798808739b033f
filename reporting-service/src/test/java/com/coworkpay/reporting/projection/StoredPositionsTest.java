package com.coworkpay.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.Db;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.KafkaResource;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.reporting.support.ReportingServiceTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where a consumer goes on is what the database says, not what Kafka remembers of its group.
@ReportingServiceTest
class StoredPositionsTest {

    private static final String TOPIC = "stored.positions.test";

    @Inject
    @Identifier("stored-positions")
    StoredPositions storedPositions;

    private TopicPartition partition = new TopicPartition(TOPIC, 0);

    @BeforeEach
    void fiveRecords() {
        KafkaResource.topic(TOPIC, false);
        if (KafkaProbe.eventsOf(TOPIC).isEmpty()) {
            for (int i = 0; i < 5; i++) {
                KafkaProbe.publish(TOPIC, "key", "x", "{}");
            }
        }
        partition =
                new TopicPartition(TOPIC, KafkaProbe.eventsOf(TOPIC).getFirst().partition());
    }

    @AfterEach
    void forget() {
        Db.update("delete from projection_position where topic = ?", TOPIC);
    }

    @Test
    void aDatabaseThatIsNewIsFedFromTheBeginningWhateverKafkaRemembers() {
        assertThat(startWith(5L)).isZero();
        assertThat(stored()).isZero();
    }

    @Test
    void whatIsStoredStands() {
        store(3);
        assertThat(startWith(5L)).isEqualTo(3);
        assertThat(startWith(null)).isEqualTo(3);
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void whatWasNotAcknowledgedMayNotBeSetAsideYet() {
        store(5);
        assertThat(startWith(2L)).isEqualTo(2);
        assertThat(stored()).isEqualTo(5);
    }

    @Test
    void aTopicThatWasMadeAnewIsReadFromItsBeginning() {
        store(99);
        assertThat(startWith(null)).isZero();
        assertThat(stored()).isZero();
    }

    @Test
    void whileTheDatabaseIsAwayItIsWaitedFor() throws InterruptedException {
        store(3);
        PostgresResource.stopServer();
        Thread back = Thread.ofVirtual().start(PostgresResource::startServer);
        assertThat(startWith(5L)).isEqualTo(3);
        back.join();
    }

    private long startWith(@org.jspecify.annotations.Nullable Long committed) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KafkaResource.bootstrapServers(),
                "group.id",
                "stored-positions-" + java.util.UUID.randomUUID(),
                "enable.auto.commit",
                false,
                "enable.metrics.push",
                false);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            if (committed != null) {
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(committed)));
            }
            storedPositions.onPartitionsAssigned(consumer, List.of(partition));
            return consumer.position(partition);
        }
    }

    private void store(long next) {
        Db.update(
                "insert into projection_position (reader, topic, partition_no, next_offset) values ('LIVE', ?, ?, ?)"
                        + " on conflict (reader, topic, partition_no) do update set next_offset = excluded.next_offset",
                TOPIC,
                partition.partition(),
                next);
    }

    private long stored() {
        return Db.number(
                "select next_offset from projection_position where reader = 'LIVE' and topic = ? and partition_no = ?",
                TOPIC,
                partition.partition());
    }
}
