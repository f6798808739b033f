package com.coworkpay.payment.booking;

import com.coworkpay.contracts.CancellationReleased;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cancellations that a person let through at refund-service count here, too.
@ApplicationScoped
public class ApplyReleases {

    private final ApplyCancellations applyCancellations;

    ApplyReleases(ApplyCancellations applyCancellations) {
        this.applyCancellations = applyCancellations;
    }

    /// @param traceparent of the event
    public record Release(
            CancellationReleased cancellation, @Nullable String traceparent) {}

    public Uni<Void> apply(List<Release> released) {
        return applyCancellations.apply(released.stream()
                .map(each -> CancellationNotice.of(each.cancellation(), each.traceparent()))
                .toList());
    }
}
