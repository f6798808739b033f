package com.coworkpay.payment.query;

import com.coworkpay.payment.query.persistence.Payments;
import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.Permissions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Reads one payment for whoever asks: people and machines of its location all of its payments, a payer only their own.
/// Whatever a caller may not see does not exist for them; who holds another permission at the location is told 403.
@ApplicationScoped
public class FindPayment {

    private final Payments payments;

    FindPayment(Payments payments) {
        this.payments = payments;
    }

    public Uni<Optional<Found>> find(Caller caller, String locationId, UUID id) {
        boolean isOfTheLocation = caller.may(locationId, Permissions.PAYMENT_READ);
        if (isOfTheLocation || caller.may(locationId, Permissions.PAYMENT_CREATE)) {
            return payments.find(locationId, id, null)
                    .map(found -> isOfTheLocation ? found : found.map(Found::withoutInternals));
        }
        return payments.find(locationId, id, caller.subject())
                .map(found -> Optional.of(
                        found.orElseThrow(() -> caller.refusal(locationId)).withoutInternals()));
    }
}
