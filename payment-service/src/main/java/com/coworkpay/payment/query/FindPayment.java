package com.coworkpay.payment.query;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Reads one payment, or the attempts to pay a checkout.
@ApplicationScoped
public class FindPayment {

    private final PaymentQueryStore payments;

    FindPayment(PaymentQueryStore payments) {
        this.payments = payments;
    }

    public Uni<PaymentResponse> find(PaymentReader reader, UUID id) {
        return payments.find(reader.locationId(), id, reader.onlyOfPayer())
                .map(found -> found.orElseThrow(reader::otherwise))
                .map(found -> PaymentResponse.of(reader.forPeopleOfTheLocation() ? found : found.withoutInternals()));
    }

    /// Newest first, for whoever has the checkout's link.
    public Uni<List<PaymentDetails>> attempts(UUID checkoutId) {
        return payments.ofCheckout(checkoutId)
                .map(found ->
                        found.stream().map(PaymentDetails::withoutInternals).toList());
    }
}
