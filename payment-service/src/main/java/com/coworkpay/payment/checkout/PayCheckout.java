package com.coworkpay.payment.checkout;

import com.coworkpay.payment.domain.Device;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.initiation.IdempotencyKey;
import com.coworkpay.payment.initiation.InitiatePayment;
import com.coworkpay.payment.initiation.NewPayment;
import com.coworkpay.payment.query.PathIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Begins an attempt to pay a checkout: a payment of the caller that made it, begun by the payer.
@ApplicationScoped
class PayCheckout {

    private final CheckoutStore checkouts;
    private final InitiatePayment initiatePayment;

    PayCheckout(CheckoutStore checkouts, InitiatePayment initiatePayment) {
        this.checkouts = checkouts;
        this.initiatePayment = initiatePayment;
    }

    Uni<Payment> begin(UUID id, @Nullable String key, Device device) {
        return checkouts
                .find(id)
                .map(found -> found.orElseThrow(PathIds::notFound).checkout())
                .chain(checkout -> initiatePayment.initiate(
                        IdempotencyKey.ofCheckout(checkout.caller(), id, key),
                        new NewPayment(checkout.terms(), device, id)));
    }
}
