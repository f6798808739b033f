package com.coworkpay.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.platform.testkit.Db;
import com.coworkpay.reporting.projection.domain.Bounds;
import com.coworkpay.reporting.support.ReportingServiceTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A process that was thought dead and comes back changes nothing of the rebuild that another one has now.
@ReportingServiceTest
class RebuildLeaseTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long EPOCH = 7;

    @Inject
    RebuildProgressStore steps;

    @Inject
    Pool pool;

    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void anotherHasIt() {
        Db.update(
                "insert into rebuild (id, state, phase, requested_by, holder, epoch, lease_until)"
                        + " values (?, 'RUNNING', 'READING', 'held-by-test', 'another', ?, now() + interval '1 hour')",
                id,
                EPOCH);
        Db.update("update projection set building_side = 1 - current_side");
        Db.update("delete from projection_position where reader = 'REBUILD'");
    }

    @AfterEach
    void forget() {
        Db.update("update projection set building_side = null");
        Db.update("delete from projection_position where reader = 'REBUILD'");
        Db.update("delete from rebuild where id = ?", id);
    }

    @Test
    void nobodyTakesWhatIsHeld() {
        assertThat(done(steps.take())).isEmpty();
    }

    @Test
    void aFormerHolderChangesNothing() {
        String before = snapshot();
        RebuildLease former = new RebuildLease(id, EPOCH - 1, RebuildPhase.READING);
        RebuildTarget target = new RebuildTarget(Map.of(new TopicPartition("payment.events", 0), new Bounds(0, 0)));
        assertThatThrownBy(() -> done(steps.renew(pool, former, 5, 5))).isInstanceOf(RebuildLease.LostException.class);
        assertThatThrownBy(() -> done(steps.prepare(former))).isInstanceOf(RebuildLease.LostException.class);
        assertThatThrownBy(() -> done(steps.setTarget(former, target))).isInstanceOf(RebuildLease.LostException.class);
        assertThatThrownBy(() -> done(steps.switchOver(former))).isInstanceOf(RebuildLease.LostException.class);
        done(steps.fail(former, RebuildFailure.TOPIC_BEGINS_LATE));
        done(steps.pause(former, "x", Duration.ZERO));
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void nothingIsSwitchedBeforeTheAimIsReached() {
        Db.update("insert into projection_position (reader, topic, partition_no, next_offset, target_offset)"
                + " values ('REBUILD', 'payment.events', 0, 4, 5)");
        String before = snapshot();
        assertThatThrownBy(() -> done(steps.switchOver(new RebuildLease(id, EPOCH, RebuildPhase.READING))))
                .isInstanceOf(RebuildLease.LostException.class);
        assertThat(snapshot()).isEqualTo(before);
    }

    private static <T> T done(Uni<T> step) {
        return step.await().atMost(TIMEOUT);
    }

    private String snapshot() {
        return Db.text(
                "select concat_ws(' ', r::text, p::text, (select count(*) from projection_position"
                        + " where reader = 'REBUILD' and topic = 'payment.events')) from rebuild r, projection p where r.id = ?",
                id);
    }
}
