package com.coworkpay.refund;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The installation's settings that refund-service reads. Every wait, batch, cache and retry has its bound here.
@ConfigMapping(prefix = "coworkpay")
public interface RefundConfig {

    Cancellations cancellations();

    Refund refund();

    /// How far a `cancelledAt` may be from what it is compared with. The same in payment-service and refund-service, or
    /// one refuses what the other sets aside.
    interface Cancellations {
        /// So much later than its event's own time: clocks differ.
        @WithDefault("5m")
        Duration maxLater();

        /// So much earlier than its event's own time, or than the beginning of the payment; less than nine hours, so
        /// that a zone's mistake is found.
        @WithDefault("6h")
        Duration maxEarlier();
    }

    interface Refund {
        Execution execution();

        Settlement settlement();

        Decision decision();
    }

    interface Decision {
        /// How often cancellations are looked for that nobody came to decide.
        @WithDefault("5m")
        Duration sweepEvery();

        /// Those are looked at that were heard of so long ago at most.
        @WithDefault("7d")
        Duration within();

        /// How often cancellations are taken up that waited for the end of an earlier one's refund.
        @WithDefault("1s")
        Duration afterRefund();

        /// How often locations are looked at whose time zone was not known, and their number is measured.
        @WithDefault("1m")
        Duration zones();
    }

    interface Execution {
        /// Off only in tests that drive the worker by hand.
        @WithDefault("true")
        boolean enabled();

        /// How often requested refunds are looked for when nobody wakes the worker.
        @WithDefault("1s")
        Duration poll();

        /// How long wishes are gathered, so that one statement claims many.
        @WithDefault("50ms")
        Duration gather();

        /// Refunds taken at once; also how many cancels are under way at once, per worker. More than one merchant
        /// account may have under way (32, and 16 waiting), so that one whose calls hang leaves room for
        /// others.
        @WithDefault("64")
        int batch();

        /// A cancel that was claimed longer ago than this has died with its process, and settlement looks; must
        /// exceed connect and read time-outs and the credential's together. Where a rotated key makes it two
        /// calls, the answer may come later: it is still taken if it says that the money went back.
        @WithDefault("28s")
        Duration lease();

        /// The pause after a cancel that surely was not sent; it doubles.
        @WithDefault("2s")
        Duration firstPause();

        /// The longest of those pauses: so long after the end of an outage all go on.
        @WithDefault("1m")
        Duration maxPause();

        /// How often the recording of an answer is tried while the database is away, before settlement takes over.
        @WithDefault("6")
        int recordAttempts();

        /// The first pause between two of those tries; it doubles.
        @WithDefault("200ms")
        Duration recordPause();
    }

    interface Settlement {
        /// Off only in tests that drive the worker by hand.
        @WithDefault("true")
        boolean enabled();

        /// How often unsettled refunds are looked for.
        @WithDefault("1s")
        Duration poll();

        /// Refunds taken at once; also how many calls of order are under way at once, per worker.
        @WithDefault("16")
        int batch();

        /// While a refund is in a worker's hands, no other takes it; must exceed the time-outs of a call. Two that
        /// look at once do no harm: each step stands on the version.
        @WithDefault("28s")
        Duration lease();

        /// The first pause after an unanswered cancel or a look that decided nothing; it doubles with each look.
        @WithDefault("2s")
        Duration firstPause();

        /// The longest pause between two looks.
        @WithDefault("5m")
        Duration maxPause();

        /// Cancel may be repeated when `order` was asked so long after the last send and does not show it.
        @WithDefault("30s")
        Duration quietAfter();

        /// Cancel is not repeated so long after KakaoPay said that a bank's answer is missing; it advises 20 minutes.
        @WithDefault("25m")
        Duration bankQuietAfter();

        /// Where KakaoPay's list says neither amount nor payload, a cancel stamped so long before our first send may
        /// still
        /// be ours: as far as its clock and ours may lie apart.
        @WithDefault("10s")
        Duration clockTolerance();

        /// A person is told of a refund that is not settled from this age; it goes on by itself.
        @WithDefault("30m")
        Duration manualReviewAfter();

        /// A person is told of a refund whose cancel was sent so often; it goes on by itself.
        @WithDefault("5")
        int manualReviewAttempts();

        /// Once a person was told, pauses grow with the refund's age, to a sixth of it and to this at most.
        @WithDefault("1h")
        Duration maxPauseInReview();

        /// How often the gauges are measured.
        @WithDefault("15s")
        Duration measure();
    }
}
