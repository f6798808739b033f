package com.coworkpay.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
    @TempDir
    Path folder;

    @Test
    void keepsItsRecordsThroughAStopAndAKill() throws Exception {
        int port;
        try (KafkaProcess kafka = KafkaProcess.start(folder, 0, 128)) {
            port = Integer.parseInt(kafka.bootstrapServers().split(":", 2)[1]);
            kafka.createTopic("kept", 3, false);
            kafka.createTopic("kept", 3, false);
            publish(kafka.bootstrapServers(), "one");
        }
        KafkaProcess second = KafkaProcess.start(folder, port, 128);
        publish(second.bootstrapServers(), "two");
        second.kill();
        try (KafkaProcess third = KafkaProcess.start(folder, port, 128)) {
            publish(third.bootstrapServers(), "three");
            assertThat(read(third.bootstrapServers(), 3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void runsInsideThisJvmAndOwnsItsFolder() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
            kafka.createTopic("kept", 1, true);
            publish(kafka.bootstrapServers(), "one");
            assertThat(read(kafka.bootstrapServers(), 1)).containsExactly("one");
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0)).hasMessageContaining("in use");
        }
    }

    /// What the real one takes: the broker unpacks what it is sent.
    @Test
    void takesEveryCompression() throws Exception {
        try (KafkaProcess kafka = KafkaProcess.start(folder, 0, 128)) {
            kafka.createTopic("kept", 1, false);
            for (String compression : List.of("gzip", "snappy", "zstd", "lz4")) {
                publish(kafka.bootstrapServers(), compression, Map.of("compression.type", compression));
            }
            assertThat(read(kafka.bootstrapServers(), 4)).containsExactly("gzip", "snappy", "zstd", "lz4");
        }
    }

    @Test
    void endsWithItsParent() throws Exception {
        Process parent = new ProcessBuilder("sleep", "600").start();
        try (Child child = Child.start(folder, EmbeddedKafkaMain.class, folder + "", "0", parent.pid() + "")) {
            child.awaitOutput(EmbeddedKafkaMain.READY);
            parent.destroyForcibly().waitFor();
            await().atMost(Duration.ofSeconds(60)).until(() -> !child.process().isAlive());
        } finally {
            parent.destroyForcibly();
        }
    }

    private static void publish(String servers, String value) throws Exception {
        publish(servers, value, Map.of());
    }

    private static void publish(String servers, String value, Map<String, Object> more) throws Exception {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", servers);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", value)).get();
        }
    }

    private static List<String> read(String servers, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers,
                ConsumerConfig.GROUP_ID_CONFIG,
                "reader",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("kept"));
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> values.add(r.value()));
                return values.size() >= count;
            });
        }
        return values;
    }
}
