package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.EventTimes;
import com.coworkpay.refund.RefundConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The limits for the times in the booking system's events, from the settings. The service does not start with harmful
/// ones.
@Startup
@Singleton
class EventTimesProducer {
    private final EventTimes times;

    EventTimesProducer(RefundConfig config) {
        times = new EventTimes(
                config.cancellations().maxLater(), config.cancellations().maxEarlier());
    }

    @Produces
    @Singleton
    EventTimes times() {
        return times;
    }
}
