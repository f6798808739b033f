package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.EventTimes;
import com.coworkpay.refund.RefundConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The bounds of the times that the booking system publishes, as this installation has them. Harmful ones end the
/// start.
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
