package com.coworkpay.payment.checkout;

import com.coworkpay.payment.query.FindPayment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Reads a checkout for its page.
@ApplicationScoped
class FindCheckout {

    private final CheckoutStore checkouts;
    private final FindPayment payments;

    FindCheckout(CheckoutStore checkouts, FindPayment payments) {
        this.checkouts = checkouts;
        this.payments = payments;
    }

    /// What is offered is read first: of an attempt that begins meanwhile, the page says too early that it cannot be
    /// paid,
    /// and never too late that it can.
    Uni<Optional<CheckoutResponse>> find(UUID id) {
        return checkouts
                .find(id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : payments.attempts(id)
                                .map(attempts -> Optional.of(CheckoutResponse.of(found.get(), attempts))));
    }
}
