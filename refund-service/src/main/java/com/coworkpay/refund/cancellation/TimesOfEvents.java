package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.EventTimes;
import com.coworkpay.refund.RefundConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The bounds of the times that the booking system tells, as this installation has them. Harmful ones end the start.
@Startup
@Singleton
class TimesOfEvents {
    private final EventTimes times;

    TimesOfEvents(RefundConfig config) {
        times = new EventTimes(
                config.cancellations().laterAtMost(), config.cancellations().earlierAtMost());
    }

    @Produces
    @Singleton
    EventTimes times() {
        return times;
    }
}
