package com.coworkpay.payment.settlement;

import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.TestShop;
import io.quarkus.arc.Arc;
import java.time.Duration;

/// Drives the settlement worker by hand, on one payment: tests move its row, never the clock.
public final class Worker {

    private Worker() {}

    /// Makes the payment due now and lets a worker take a round.
    public static String check(String paymentId) {
        Db.move(paymentId, "next_check_at = now()");
        round();
        return Db.status(paymentId);
    }

    public static void round() {
        Arc.container().instance(SettlementWorker.class).get().round().await().atMost(Duration.ofSeconds(30));
    }

    /// As if ready had been so long ago, for us and for KakaoPay.
    public static void age(TestShop shop, String paymentId, Duration by) {
        String interval = "interval '" + by.toSeconds() + " seconds'";
        Db.move(
                paymentId,
                "created_at = created_at - %1$s, initiated_at = initiated_at - %1$s, expires_at = expires_at - %1$s, "
                                .formatted(interval)
                        + "approve_claimed_at = approve_claimed_at - %1$s, approve_sent_at = approve_sent_at - %1$s, unsettled_since = unsettled_since - %1$s"
                                .formatted(interval));
        shop.kakaoPay().shiftClock(Db.text("select tid from payment where id = ?::uuid", paymentId), by);
    }

    /// As if the last send of approve had been so long ago.
    public static void quiet(String paymentId) {
        Db.move(paymentId, "approve_sent_at = approve_sent_at - interval '31 seconds'");
    }
}
