package com.coworkpay.refund.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.contracts.PayableType;
import com.coworkpay.platform.testkit.RowOrder;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Statements that change many ledgers do not wait for one another in a ring.
@RefundServiceTest
class RowsInOrderTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Inject
    DecideCancellations decide;

    @Inject
    ResolveStarts resolveStarts;

    private record Two(TestPayment first, TestPayment second) {

        /// The greater id is older, and greater to PostgreSQL only: to Java a UUID is a signed number.
        static Two of(Supplier<TestPayment> pay) {
            TestPayment high = null;
            while (true) {
                TestPayment next = pay.get();
                if (next.id().charAt(0) >= '8') {
                    high = next;
                } else if (high != null) {
                    return new Two(high, next);
                }
            }
        }
    }

    @Test
    void decisions() throws Exception {
        TestLocation place = TestLocation.open();
        Two two = Two.of(place::pay);
        var payables = List.of(canceled(place, two.first()), canceled(place, two.second()));
        RowOrder.isKept(
                "paid_payment",
                "payment_id",
                UUID.fromString(two.first().id()),
                UUID.fromString(two.second().id()),
                () -> decide.ofPayables(payables, Map.of()).await().atMost(TIMEOUT));
        assertThat(TestLocation.decision(two.first())).isEqualTo("REFUND IN_TIME 22000");
        assertThat(TestLocation.decision(two.second())).isEqualTo("REFUND IN_TIME 22000");
    }

    @Test
    void startsThatBecomeKnown() throws Exception {
        TestLocation place = TestLocation.nowhere();
        Two two = Two.of(
                () -> place.pay(PaymentSpec.of("BOOKING").day("2030-01-10").policy("BEFORE_START", "P1D")));
        Db.update(
                "insert into location_replica (location_id, version, timezone, locale, automatic_refunds, refund_approval_limit_krw)"
                        + " values (?, 1, 'Asia/Seoul', 'ko', true, 100000)",
                place.location());
        Db.update(
                "insert into schedule_version (location_id, kind, version, valid_from, changed_at, changed_by)"
                        + " values (?, 'DEFAULT', 1, '1970-01-01', now(), 'test')",
                place.location());
        RowOrder.isKept(
                "waiting_for_schedule",
                "payment_id",
                UUID.fromString(two.first().id()),
                UUID.fromString(two.second().id()),
                () -> resolveStarts
                        .waitingAt(place.location(), null, _ -> Uni.createFrom().voidItem())
                        .await()
                        .atMost(TIMEOUT));
        assertThat(Db.number("select count(*) from waiting_for_schedule where location_id = ?", place.location()))
                .isZero();
    }

    /// As the booking system's cancellation is stored, before it is decided.
    private static PayableRef canceled(TestLocation place, TestPayment paid) {
        Db.update(
                "insert into cancellation (location_id, cancellation_id, payable_type, payable_id, canceled_at, canceled_by,"
                        + " canceled_by_role, contents) values (?, ?, 'BOOKING', ?, now(), 'owner-1', 'LOCATION_MEMBER', '-')",
                place.location(),
                "c-" + paid.id(),
                paid.payableId());
        return new PayableRef(place.location(), PayableType.BOOKING, paid.payableId());
    }
}
