package com.coworkpay.payment.booking;

import com.coworkpay.contracts.CancellationReleased;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cancellations that a person let through at refund-service count here, too.
@ApplicationScoped
public class HearReleases {

    private final HearCancellations hearCancellations;

    HearReleases(HearCancellations hearCancellations) {
        this.hearCancellations = hearCancellations;
    }

    /// @param traceparent of the event
    public record Release(
            CancellationReleased told, @Nullable String traceparent) {}

    public Uni<Void> hear(List<Release> released) {
        return hearCancellations.hear(released.stream()
                .map(each -> PayableCanceled.of(each.told(), each.traceparent()))
                .toList());
    }
}
