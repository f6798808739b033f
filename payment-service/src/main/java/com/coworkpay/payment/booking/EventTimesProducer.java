package com.coworkpay.payment.booking;

import com.coworkpay.contracts.EventTimes;
import com.coworkpay.payment.PaymentConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The bounds of the times in booking events, as this installation has them. Harmful ones end the start.
@Startup
@Singleton
class EventTimesProducer {
    private final EventTimes times;

    EventTimesProducer(PaymentConfig config) {
        times = new EventTimes(
                config.cancellations().maxLater(), config.cancellations().maxEarlier());
    }

    @Produces
    @Singleton
    EventTimes times() {
        return times;
    }
}
