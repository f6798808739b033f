package com.coworkpay.checks.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.demo.BookingSystem;
import com.coworkpay.tools.local.load.Bearer;
import com.coworkpay.tools.local.load.Events;
import com.coworkpay.tools.local.load.Merchants;
import com.coworkpay.tools.local.load.Portal;
import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.StackSettings;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The four packaged services on a broker that insists on TLS, certificates and the rights of the manifests, reached by
/// the variables of the pods as they are rendered: a payment lives from its begin to its refund in the report, and what
/// nobody can read is set aside. Nothing that a service needs is refused.
class KafkaRightsIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String LOCATION = "demo-rights";

    @TempDir
    static Path folder;

    private static GuardedKafka kafka;
    private static LocalStack stack;
    private static final Http HTTP = new Http();

    @BeforeAll
    static void start() throws Exception {
        var manifests = Overlay.PROD.manifests();
        kafka = GuardedKafka.start(folder.resolve("guarded"), manifests);
        stack = new LocalStack(
                new StackSettings(
                        Repository.file(""),
                        folder.resolve("stack"),
                        true,
                        OptionalInt.empty(),
                        true,
                        kafkaOfThePods(manifests),
                        false,
                        Duration.ofMinutes(3)),
                line -> {});
        stack.start();
    }

    @AfterAll
    static void stop() {
        stack.close();
        kafka.close();
    }

    /// What the pods are told of Kafka; the same for all, their files lie where each finds its own.
    private static Map<String, String> kafkaOfThePods(Manifests manifests) {
        var settings = new HashMap<String, String>();
        Pods.environment(manifests, manifests.get("Deployment/payment-service")).forEach((variable, value) -> {
            if (variable.startsWith("KAFKA_")) {
                settings.put(
                        variable,
                        value.replace("coworkpay-kafka-kafka-bootstrap:9093", kafka.guardedServers())
                                .replace(
                                        "/etc/coworkpay/kafka",
                                        folder.resolve("guarded") + "/${quarkus.application.name}"));
            }
        });
        settings.put("KAFKA_SSL_KEYSTORE_PASSWORD", kafka.storePassword());
        // These processes live for seconds.
        settings.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        return settings;
    }

    @Test
    void aLifeNeedsNoMoreRightsThanTheManifestsGive() throws Exception {
        var callers = new TokenClient(HTTP, stack.addresses().issuer(), stack.secrets());
        new Merchants(HTTP, callers, stack.addresses().frontDoor()).connectOneOfEachApi(List.of(LOCATION));
        String booking = "booking-" + UUID.randomUUID();
        String payment = paid(callers, booking);

        try (var bookingSystem = new BookingSystem(kafka.clientOf("booking-system"));
                var notices = listener("booking-system", "booking.notices")) {
            bookingSystem.cancel(LOCATION, booking);
            var heard = new ArrayList<String>();
            await().atMost(LIMIT).untilAsserted(() -> {
                notices.poll(Duration.ofMillis(200)).forEach(notice -> heard.add(notice.value()));
                assertThat(heard).anyMatch(notice -> notice.contains(payment));
            });
        }
        var analyst = new Bearer(() -> callers.person("minji", "location:" + LOCATION));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(report(analyst)).contains(payment, "\"refundedKrw\":22000"));

        unreadable("booking.events");
        unreadable("refund.events");
        var events = new Events(kafka.openServers());
        for (String letters : List.of("payment-service.dlq", "refund-service.dlq", "reporting-service.dlq")) {
            await().atMost(LIMIT).until(() -> contains(events, letters));
        }
        assertThat(kafka.refusals()).isEmpty();

        mayNot("reporting-service", "payment.events");
        mayNot("booking-system", "refund.events");
        assertThat(kafka.refusals())
                .containsExactlyInAnyOrder(
                        "User:CN=reporting-service WRITE TOPIC payment.events",
                        "User:CN=booking-system DESCRIBE TOPIC refund.events");
    }

    private static String paid(TokenClient callers, String booking) throws IOException {
        var portal = new Portal(
                HTTP,
                stack.addresses().frontDoor(),
                stack.addresses().frontDoor(),
                new Bearer(() -> callers.machine("portal")));
        var wanted = new Portal.Booking(LOCATION, booking, Instant.parse("2030-01-15T01:00:00Z"), 22_000, 0);
        // That the location is connected travels by event.
        var begun = await().atMost(LIMIT)
                .until(() -> portal.begin(wanted, UUID.randomUUID().toString()), answer -> answer.status() == 201)
                .json();
        var wayBack = Objects.requireNonNull(portal.payAtKakaoPay(begun.getString("redirectUrl")));
        assertThat(portal.comeBack(wayBack)).isIn("SUCCEEDED", "PROCESSING");
        return begun.getString("paymentId");
    }

    private static String report(Bearer analyst) throws IOException {
        return HTTP.send(
                        "GET",
                        stack.addresses().frontDoor().resolve("/v1/locations/" + LOCATION + "/transactions"),
                        Map.of("Authorization", analyst.header()),
                        null)
                .body();
    }

    private static KafkaConsumer<String, String> listener(String user, String topic) {
        var settings = new HashMap<>(kafka.clientOf(user));
        settings.put("group.id", user + "-listener");
        settings.put("auto.offset.reset", "earliest");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }

    private static void unreadable(String topic) throws ExecutionException, InterruptedException {
        try (var producer = producer(Map.of("bootstrap.servers", kafka.openServers()))) {
            producer.send(new ProducerRecord<>(
                            topic,
                            "nobody",
                            new JsonObject().put("is", "no event").encode()))
                    .get();
        }
    }

    private static boolean contains(Events events, String topic) {
        var found = new ArrayList<Events.Event>();
        events.each(topic, found::add);
        return !found.isEmpty();
    }

    private static void mayNot(String user, String topic) {
        try (var producer = producer(kafka.clientOf(user))) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "key", "value"))
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    private static KafkaProducer<String, String> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
