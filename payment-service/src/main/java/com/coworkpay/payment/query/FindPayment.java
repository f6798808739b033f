package com.coworkpay.payment.query;

import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.Permissions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Reads one payment: people and machines of a location may read all of its payments, a payer only their own. What a
/// caller may not see does not exist for them; a caller with another permission at the location gets 403.
@ApplicationScoped
public class FindPayment {

    private final PaymentQueryStore payments;

    FindPayment(PaymentQueryStore payments) {
        this.payments = payments;
    }

    public Uni<Optional<PaymentResponse>> find(Caller caller, String locationId, UUID id) {
        return details(caller, locationId, id).map(found -> found.map(PaymentResponse::of));
    }

    private Uni<Optional<PaymentDetails>> details(Caller caller, String locationId, UUID id) {
        boolean isOfTheLocation = caller.may(locationId, Permissions.PAYMENT_READ);
        if (isOfTheLocation || caller.may(locationId, Permissions.PAYMENT_CREATE)) {
            return payments.find(locationId, id, null)
                    .map(found -> isOfTheLocation ? found : found.map(PaymentDetails::withoutInternals));
        }
        return payments.find(locationId, id, caller.subject())
                .map(found -> Optional.of(
                        found.orElseThrow(() -> caller.refusal(locationId)).withoutInternals()));
    }
}
