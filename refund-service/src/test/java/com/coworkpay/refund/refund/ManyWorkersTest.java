package com.coworkpay.refund.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.EventStream;
import com.coworkpay.refund.support.IntegrationStub;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestEnvironment;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Several workers on the same rows, as in several pods: each refund is claimed by one of them, and none waits for
/// another.
@RefundServiceTest
class ManyWorkersTest {

    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    @Inject
    RefundWorker worker;

    @Test
    void eachRefundIsSentOnceWithManyWorkers() throws SQLException {
        TestLocation place = TestLocation.open();
        // All of them wait at first, so that all workers find all of them.
        IntegrationStub.forget(place.account());
        List<TestPayment> paid = Stream.generate(() -> place.payUnpublished(PaymentSpec.booking()))
                .limit(20)
                .toList();
        try (EventStream events = new EventStream()) {
            paid.forEach(each -> events.send(
                    "payment.events", each.id(), each.eventType(), each.state().encode()));
            paid.forEach(each -> events.send(
                    "booking.events",
                    each.payableId(),
                    "booking.cancelled.v1",
                    place.cancellation(each, IN_TIME).encode()));
        }
        TestLocation.until(() -> count(place, "last_answer like 'NOT_SENT%' and status = 'REQUESTED'") == paid.size());
        move(place, "now() + interval '1 hour'");
        IntegrationStub.account(place.account(), TestEnvironment.CID, "SECRET_KEY", TestEnvironment.KEY, 1);
        // Due only once another holds them all: it is passed over.
        move(place, "now() + interval '3 seconds'");
        try (Connection other = PostgresResource.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from refund r join paid_payment p using (payment_id) where p.location_id = '"
                    + place.location() + "' for update of r");
            TestLocation.until(() -> count(place, "next_check_at <= now()") == paid.size());
            sixRounds();
            assertThat(count(place, "status = 'REQUESTED'")).isEqualTo(paid.size());
            other.rollback();
        }
        sixRounds();
        TestLocation.until(() -> count(place, "status = 'SUCCEEDED'") == paid.size());
        for (TestPayment each : paid) {
            assertThat(place.kakaoPay().calls(each.id()).stream().filter(call -> call.endpoint() == Endpoint.CANCEL))
                    .hasSize(1);
            assertThat(place.cancels(each)).containsExactly(22000L);
        }
        assertThat(count(place, "cancel_attempts <> 1")).isZero();
    }

    private void sixRounds() {
        Uni.join()
                .all(IntStream.range(0, 6).mapToObj(_ -> worker.round()).toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static long count(TestLocation place, String those) {
        return Db.number(
                "select count(*) from refund r join paid_payment p using (payment_id) where p.location_id = ? and r."
                        + those.replace(" and ", " and r."),
                place.location());
    }

    private static void move(TestLocation place, String nextCheckAt) {
        Db.update(
                "update refund r set next_check_at = " + nextCheckAt
                        + " from paid_payment p where p.payment_id = r.payment_id" + " and p.location_id = ?",
                place.location());
    }
}
