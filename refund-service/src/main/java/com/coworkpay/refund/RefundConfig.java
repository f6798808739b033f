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
        /// So much later than the time of its event: clocks differ.
        @WithDefault("5m")
        Duration maxLater();

        /// So much earlier than the time of its event, or than the start of the payment; less than nine hours, so that
        /// a wrong time zone is found.
        @WithDefault("6h")
        Duration maxEarlier();
    }

    interface Refund {
        Execution execution();

        Settlement settlement();

        Decision decision();

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

    interface Decision {
        /// How often the sweeper checks for complete but undecided cancellations.
        @WithDefault("5m")
        Duration sweepEvery();

        /// The sweeper checks those that were received so long ago at most.
        @WithDefault("7d")
        Duration within();

        /// How often decisions are checked that were deferred until an earlier cancellation's refund is over.
        @WithDefault("1s")
        Duration afterRefund();

        /// How often locations with an unknown time zone and payments with unknown terms are checked again and
        /// counted.
        @WithDefault("1m")
        Duration recheckUnknown();
    }

    interface Execution {
        /// Off only in tests that drive the worker by hand.
        @WithDefault("true")
        boolean enabled();

        /// How often the worker checks for due refunds without being woken.
        @WithDefault("1s")
        Duration poll();

        /// How long requested refunds are gathered, so that one statement claims many.
        @WithDefault("50ms")
        Duration gather();

        /// Refunds claimed at once; also the maximum of cancels in flight per worker. More than one merchant account
        /// may have in flight (32, and 16 waiting), so that one whose calls hang leaves room for others.
        @WithDefault("64")
        int batch();

        /// The lease of a claimed cancel. After it the process is taken to have died, and settlement checks the
        /// refund. Must exceed connect and read time-outs and the credential's together. Where a rotated key
        /// makes it
        /// two calls, the answer may come later: a success is still recorded.
        @WithDefault("28s")
        Duration lease();

        /// The first pause after a cancel that surely was not sent; it doubles.
        @WithDefault("2s")
        Duration firstPause();

        /// The maximum of those pauses: all are sent again within that time after an outage.
        @WithDefault("1m")
        Duration maxPause();

        /// How often recording an answer is attempted while the database is unavailable, before settlement takes over.
        @WithDefault("6")
        int recordAttempts();

        /// The first pause between two of those attempts; it doubles.
        @WithDefault("200ms")
        Duration recordPause();
    }

    interface Settlement {
        /// Off only in tests that drive the worker by hand.
        @WithDefault("true")
        boolean enabled();

        /// How often the worker checks for unsettled refunds.
        @WithDefault("1s")
        Duration poll();

        /// Refunds taken at once; also the maximum of order inquiries in flight per worker.
        @WithDefault("16")
        int batch();

        /// The lease of a refund that a worker has taken: no other takes it. Must exceed the time-outs of a call. Two
        /// workers at once do no harm: each step checks the version.
        @WithDefault("28s")
        Duration lease();

        /// The first pause after an unanswered cancel or an inconclusive order inquiry; it doubles with each inquiry.
        @WithDefault("2s")
        Duration firstPause();

        /// The maximum pause between two order inquiries.
        @WithDefault("5m")
        Duration maxPause();

        /// The quiet time: cancel may be repeated when an order inquiry so long after the last attempt does not show
        /// it.
        @WithDefault("30s")
        Duration quietAfter();

        /// Cancel is not repeated for so long after KakaoPay answered that a bank's answer is missing; KakaoPay
        /// advises 20 minutes.
        @WithDefault("25m")
        Duration bankQuietAfter();

        /// Where KakaoPay's list has neither amount nor payload, a cancel stamped so long before our first attempt may
        /// still be ours: the tolerance between its clock and ours.
        @WithDefault("10s")
        Duration clockTolerance();

        /// A refund that is not settled at this age goes to manual review; it continues by itself.
        @WithDefault("30m")
        Duration manualReviewAfter();

        /// A refund whose cancel was sent so often goes to manual review; it continues by itself.
        @WithDefault("5")
        int manualReviewAttempts();

        /// In manual review pauses grow with the refund's age, to a sixth of it and to this at most.
        @WithDefault("1h")
        Duration maxPauseInReview();

        /// How often the gauges are measured.
        @WithDefault("15s")
        Duration measure();
    }
}
