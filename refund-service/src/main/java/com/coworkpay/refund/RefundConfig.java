package com.coworkpay.refund;

import com.coworkpay.refund.domain.Pauses;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The installation's settings that refund-service reads. Every wait, batch, cache and retry has its limit here.
@ConfigMapping(prefix = "coworkpay")
public interface RefundConfig {

    Cancellations cancellations();

    Refund refund();

    /// How far a `cancelledAt` may be from what it is compared with. The same in payment-service and refund-service,
    /// or one acts on what the other sets aside.
    interface Cancellations {
        /// How much later than its event a cancellation may be.
        @WithDefault("5m")
        Duration maxLater();

        /// How much earlier than its event or its payment it may be; below nine hours, to detect a wrong time zone.
        @WithDefault("6h")
        Duration maxEarlier();
    }

    interface Refund {
        Execution execution();

        Settlement settlement();

        Decision decision();

        Approval approval();

        Comparison comparison();

        Batch batch();

        /// Before a cancel that surely was not sent is sent again.
        static Pauses sending(Refund config) {
            return new Pauses(
                    config.execution().firstPause(),
                    config.execution().maxPause(),
                    config.settlement().maxPauseInReview());
        }

        /// Before the next order inquiry.
        static Pauses inquiring(Refund config) {
            return new Pauses(
                    config.settlement().firstPause(),
                    config.settlement().maxPause(),
                    config.settlement().maxPauseInReview());
        }
    }

    interface Approval {
        /// A refund that nobody approved for so long has failed.
        @WithDefault("7d")
        Duration expiresAfter();

        /// How often expired ones are looked for.
        @WithDefault("1m")
        Duration expireEvery();
    }

    interface Decision {
        /// How often the sweeper checks for undecided cancellations.
        @WithDefault("5m")
        Duration sweepEvery();

        /// Oldest cancellations that it checks.
        @WithDefault("7d")
        Duration within();

        /// How often decisions are checked that wait for an earlier cancellation's refund.
        @WithDefault("1s")
        Duration afterRefund();

        /// How often locations with unknown zones and payments with unknown terms are checked.
        @WithDefault("1m")
        Duration recheckUnknown();
    }

    interface Execution {
        /// Off only in tests.
        @WithDefault("true")
        boolean enabled();

        /// How often due refunds are taken without a wake-up.
        @WithDefault("1s")
        Duration poll();

        /// How long requested refunds are gathered for one claim.
        @WithDefault("50ms")
        Duration gather();

        /// Refunds claimed at once, and cancels in flight per worker; above one merchant account's 32 in
        /// flight and 16 waiting.
        @WithDefault("64")
        int batch();

        /// Lease of a cancel call; after it the process is taken to have died, and settlement inquires.
        @WithDefault("28s")
        Duration lease();

        /// First pause after a cancel that was not sent; it doubles.
        @WithDefault("2s")
        Duration firstPause();

        /// Longest of these pauses.
        @WithDefault("1m")
        Duration maxPause();

        /// Attempts to record an answer while the database is unavailable; then settlement takes over.
        @WithDefault("6")
        int recordAttempts();

        /// First pause between these; it doubles.
        @WithDefault("200ms")
        Duration recordPause();
    }

    interface Settlement {
        /// Off only in tests.
        @WithDefault("true")
        boolean enabled();

        /// How often unsettled refunds are taken.
        @WithDefault("1s")
        Duration poll();

        /// Refunds taken at once, and order inquiries in flight per worker.
        @WithDefault("16")
        int batch();

        /// Lease of a refund that a worker has taken.
        @WithDefault("28s")
        Duration lease();

        /// First pause after an unanswered cancel or an inconclusive inquiry; it doubles with each inquiry.
        @WithDefault("2s")
        Duration firstPause();

        /// Longest pause between two inquiries.
        @WithDefault("5m")
        Duration maxPause();

        /// Cancel may be repeated if an inquiry this long after the last attempt does not show it.
        @WithDefault("30s")
        Duration quietAfter();

        /// The same where a bank's answer is missing; KakaoPay advises 20 minutes.
        @WithDefault("25m")
        Duration bankQuietAfter();

        /// A cancel without amount and payload, stamped this long before our first attempt, may still be ours.
        @WithDefault("10s")
        Duration clockTolerance();

        /// Age at which an unsettled refund enters manual review; it continues.
        @WithDefault("30m")
        Duration manualReviewAfter();

        /// Sent cancels after which a refund enters manual review; it continues.
        @WithDefault("5")
        int manualReviewAttempts();

        /// Longest pause in manual review; it grows to a sixth of the refund's age.
        @WithDefault("1h")
        Duration maxPauseInReview();

        /// How often the gauges are measured.
        @WithDefault("15s")
        Duration measure();
    }

    /// Refunds of whole events and days.
    interface Batch {
        /// Off only in tests.
        @WithDefault("true")
        boolean enabled();

        /// How often batches are taken to be counted and run.
        @WithDefault("1s")
        Duration poll();

        /// Payments counted, or requested to be refunded, at once.
        @WithDefault("100")
        int chunk();

        /// Refunds of one batch that are requested and not over, at most: the rest waits.
        @WithDefault("100")
        int window();

        /// Cancels of batches in flight, all processes together: half of one merchant account's 32, so that other
        /// refunds find room.
        @WithDefault("16")
        int inFlight();

        /// Lease of what a worker has taken.
        @WithDefault("60s")
        Duration lease();

        /// Pause before a payment is tried again whose earlier refund is not over, and before a batch is counted that
        /// waits for its location or for another batch.
        @WithDefault("10s")
        Duration pause();
    }

    /// Comparisons of paid payments with KakaoPay's order.
    interface Comparison {
        /// Off only in tests.
        @WithDefault("true")
        boolean enabled();

        /// How often due payments are taken.
        @WithDefault("5s")
        Duration poll();

        /// Order inquiries in flight per process: few of one merchant account's 32, so that refunds never wait.
        @WithDefault("4")
        int batch();

        /// Lease of a payment that a worker has taken.
        @WithDefault("60s")
        Duration lease();

        /// Order inquiries that comparisons make in a day of Korea, all processes together. Those that nobody
        /// requested are spread evenly over the day.
        @WithDefault("5000")
        int dailyQuota();

        /// How long after its approval a payment is compared: the time in which it may be cancelled at KakaoPay.
        @WithDefault("180d")
        Duration window();

        /// How long a merchant account is left alone after KakaoPay turned it away or did not answer; it doubles, up
        /// to 128 times. After its quota is used up, until 00:00 in Korea.
        @WithDefault("10m")
        Duration accountPause();
    }
}
