package com.coworkpay.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.outbox.IncomingEvent;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.RefundEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// The report is a function of the set of events, held against a real PostgreSQL: whatever order they come in, however
/// often, in whatever batches, by consumers alone or by consumers and a rebuild at once.
class SetOfEventsProperties {

    private static final Instant AT = Instant.parse("2026-05-04T03:02:01Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int EVENTS = 28;
    private static final List<IncomingEvent> CATALOGUE = catalogue();

    private static @Nullable Pool pool;

    @BeforeContainer
    static void open() {
        String others = PostgresResource.user();
        PostgresResource.database("reporting_set");
        Flyway.configure()
                .dataSource(PostgresResource.jdbcUrl(), PostgresResource.user(), PostgresResource.password())
                .locations("db/platform", "db/migration")
                .placeholders(Map.of("application-role", PostgresResource.user()))
                .load()
                .migrate();
        PgConnectOptions options = PgConnectOptions.fromUri(PostgresResource.reactiveUrl())
                .setUser(PostgresResource.user())
                .setPassword(PostgresResource.password());
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(options)
                .build());
        PostgresResource.database(others);
    }

    @AfterContainer
    static void close() {
        pool().close().await().atMost(TIMEOUT);
    }

    @Property(tries = 100)
    void orderRepetitionAndBatchesDoNotMatter(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = EVENTS - 1) Integer> asTheyCame,
            @ForAll @IntRange(min = 1, max = 9) int batch) {
        begin();
        apply(asTheyCame, batch, ProjectionTarget.LIVE);
        String came = digest(0);
        begin();
        apply(asTheyCame.stream().distinct().sorted().toList(), 1000, ProjectionTarget.LIVE);
        assertThat(came).isEqualTo(digest(0));
    }

    /// Consumers that begin to feed the second side somewhere on their way, and a rebuild that reads from the beginning
    /// up to at least there while they go on.
    @Property(tries = 60)
    void aRebuildIsEqual(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = EVENTS - 1) Integer> topic,
            @ForAll @IntRange(max = 60) int feedingFrom,
            @ForAll @IntRange(max = 60) int aim,
            @ForAll @IntRange(min = 1, max = 9) int batch) {
        int from = Math.min(feedingFrom, topic.size());
        int to = Math.max(from, Math.min(aim, topic.size()));
        begin();
        apply(topic.subList(0, from), batch, ProjectionTarget.LIVE);
        run("update projection set building_side = 1");
        int meanwhile = (from + topic.size()) / 2;
        apply(topic.subList(from, meanwhile), batch, ProjectionTarget.LIVE);
        apply(topic.subList(0, to), batch + 1, ProjectionTarget.REBUILD);
        apply(topic.subList(meanwhile, topic.size()), batch, ProjectionTarget.LIVE);
        assertThat(digest(1)).isEqualTo(digest(0));
    }

    private static Pool pool() {
        return Objects.requireNonNull(pool);
    }

    private static void begin() {
        run("truncate report_payment, report_location");
        run("update projection set building_side = null");
    }

    private static void apply(List<Integer> events, int batch, ProjectionTarget target) {
        for (int i = 0; i < events.size(); i += batch) {
            List<IncomingEvent> together = events.subList(i, Math.min(i + batch, events.size())).stream()
                    .map(CATALOGUE::get)
                    .toList();
            ProjectionBatch projected = new ProjectionBatch(
                    of("payment.events", together).stream()
                            .map(Recorded::payment)
                            .toList(),
                    of("refund.events", together).stream()
                            .map(Recorded::refunds)
                            .toList(),
                    of("integration.events", together).stream()
                            .map(Recorded::location)
                            .toList(),
                    List.of());
            ProjectionStore.apply(pool(), target, projected).await().atMost(TIMEOUT);
        }
    }

    private static List<IncomingEvent> of(String topic, List<IncomingEvent> events) {
        return events.stream().filter(event -> event.topic().equals(topic)).toList();
    }

    private static String digest(int side) {
        return pool().query("select report_digest(%d::smallint)".formatted(side))
                .execute()
                .await()
                .atMost(TIMEOUT)
                .iterator()
                .next()
                .getString(0);
    }

    private static void run(String sql) {
        pool().query(sql).execute().await().atMost(TIMEOUT);
    }

    // ---- what may be told

    private static List<IncomingEvent> catalogue() {
        List<IncomingEvent> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            PaymentEvent begun = PaymentEvent.begun("gangnam", AT.plusSeconds(i), 10_000 + i, 1_000);
            PaymentEvent over = i == 0 ? begun.canceled(AT).overpaid(AT) : begun.paid(AT);
            RefundEvent first = RefundEvent.of(over).requested(3_000, AT);
            RefundEvent second = first.succeeded(AT).requestedRest(AT);
            events.add(payment(begun, 0));
            events.add(payment(over, 10));
            // Published once more, under another id and later.
            events.add(payment(over, 500));
            events.add(payment(over.with("version", 9).with("description", "이름이 바뀐 회의실"), 20));
            events.add(refunds(first, 30));
            events.add(refunds(first.failed(AT), 31));
            events.add(refunds(second, 40));
            events.add(refunds(second.succeeded(AT), 50));
        }
        for (int version = 1; version <= 4; version++) {
            JsonObject location = new JsonObject()
                    .put("locationId", "gangnam")
                    .put("version", version)
                    .put("title", "강남 " + version)
                    .put("timezone", version % 2 == 0 ? "Asia/Seoul" : "UTC")
                    .put("locale", "ko")
                    .put("refundApprovalLimitKrw", 0)
                    .putNull("kakaopay");
            events.add(event("integration.events", "coworkpay.location.changed.v1", location, version));
        }
        assertThat(events).hasSize(EVENTS);
        return events;
    }

    private static IncomingEvent payment(PaymentEvent payment, int second) {
        return event("payment.events", payment.type(), payment.state(), second);
    }

    private static IncomingEvent refunds(RefundEvent refunds, int second) {
        return event("refund.events", refunds.type(), refunds.state(), second);
    }

    private static IncomingEvent event(String topic, String type, JsonObject data, int second) {
        try {
            return new IncomingEvent(
                    "id",
                    "/test",
                    type,
                    AT.plusSeconds(second),
                    true,
                    null,
                    new ObjectMapper().readTree(data.encode()),
                    null,
                    topic,
                    0,
                    0);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
