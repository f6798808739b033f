package com.coworkpay.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.observability.InFlightWork;
import com.coworkpay.platform.testkit.Db;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.reporting.ReportingConfig;
import com.coworkpay.reporting.projection.PositionStore;
import com.coworkpay.reporting.projection.ProjectionStore;
import com.coworkpay.reporting.projection.RecordMapper;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.Rows;
import com.coworkpay.reporting.support.TestLocation;
import com.coworkpay.reporting.topics.TopicEnds;
import com.coworkpay.reporting.topics.TopicNames;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A process is told to stop while it rebuilds. The service itself is the process that comes after it.
@ReportingServiceTest
class LeftRebuildTest {

    private static final Instant AT = Instant.parse("2026-05-04T03:02:01Z");

    /// More than a batch of the tests' settings.
    private static final int PAYMENTS = 120;

    @Inject
    RebuildProgressStore steps;

    @Inject
    TopicReader.Factory readers;

    @Inject
    RecordMapper recordMapper;

    @Inject
    ProjectionStore projection;

    @Inject
    PositionStore positions;

    @Inject
    TopicEnds ends;

    @Inject
    TopicNames topics;

    @Inject
    Pool pool;

    @Inject
    ReportingConfig config;

    private final InFlightWork inHand = new InFlightWork(Duration.ZERO, Duration.ofSeconds(20));

    @Test
    void theNextProcessGoesOnFromTheBatchThatTheStoppingOneEnded() throws SQLException {
        Rows.forget();
        TestLocation location = TestLocation.open();
        publishMany(location);
        PaymentEvent payment = location.pay();
        Rebuilds.allHandled();
        String before = Rebuilds.digest();
        UUID id = Rebuilds.held("REPLAYING");
        int building = Rebuilds.feeding();

        CompletableFuture<Void> carriedOut;
        try (Connection lock = PostgresResource.connect()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table report_payment_%d in share mode".formatted(building));
            carriedOut = stoppingProcess()
                    .run(new RebuildLease(id, Rebuilds.EPOCH, RebuildPhase.REPLAYING))
                    .subscribeAsCompletionStage();
            TestLocation.until(() -> Db.number("select count(*) from pg_locks where not granted and relation = '"
                            + "report_payment_%d'::regclass".formatted(building))
                    > 0);
            inHand.stopTaking(new ShutdownDelayInitiatedEvent());
            assertThat(location.one(payment).getLong("transaction.paidKrw")).isEqualTo(22_000);
            lock.rollback();
        }
        carriedOut.join();
        assertThat(location.one(payment).getLong("transaction.paidKrw")).isEqualTo(22_000);

        TestLocation.until(() -> Rebuilds.state(id).equals("SWITCHED"));
        assertThat(Db.number("select epoch from rebuild where id = ?", id))
                .as("another process has ended it")
                .isGreaterThan(Rebuilds.EPOCH);
        assertThat(Rebuilds.digest()).isEqualTo(before);
        assertThat(Db.number("select records_read from rebuild where id = ?", id))
                .as("nothing was read twice")
                .isEqualTo(Rebuilds.rebuilt().getLong("recordsRead"));
    }

    private RunRebuild stoppingProcess() {
        ReadTopics readTopics = new ReadTopics(steps, readers, recordMapper, projection, pool, inHand, config);
        return new RunRebuild(steps, readTopics, positions, ends, topics, inHand, config);
    }

    private static void publishMany(TestLocation location) {
        var payments = IntStream.range(0, PAYMENTS)
                .mapToObj(number -> PaymentEvent.paid(location.id(), AT))
                .toList();
        KafkaProbe.publishAll(
                "payment.events",
                payments.getFirst().type(),
                payments.stream()
                        .map(each -> Map.entry(each.id(), each.state().encode()))
                        .toList());
        payments.forEach(TestLocation::untilPayment);
    }
}
