package com.coworkpay.refund.cancellation;

import com.coworkpay.refund.cancellation.domain.Cancellation;
import com.coworkpay.refund.cancellation.persistence.Cancellations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// The booking system cancelled something: kept, and decided if its payment is known. If it is not, the cancellation
/// waits for it (`NO_PAYMENT`), which is no error: it may have been paid otherwise, or not at all.
@ApplicationScoped
public class KeepCancellation {

    private final Cancellations cancellations;
    private final DecideCancellations decide;

    KeepCancellation(Cancellations cancellations, DecideCancellations decide) {
        this.cancellations = cancellations;
        this.decide = decide;
    }

    /// Repeatable: a second delivery, under whatever event id, finds it kept and decided.
    public Uni<Void> keep(Cancellation cancellation) {
        return cancellations.keep(cancellation).chain(() -> decide.ofPayable(cancellation.payable()));
    }
}
