package com.coworkpay.payment.query;

import com.coworkpay.payment.query.persistence.Payments;
import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.Permissions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Reads one payment for whoever asks: people and machines of its location all of its payments, a payer only their own.
/// Whatever a caller may not see does not exist for them.
@ApplicationScoped
public class FindPayment {

    private final Payments payments;

    FindPayment(Payments payments) {
        this.payments = payments;
    }

    public Uni<Optional<Found>> find(Caller caller, String locationId, UUID id) {
        boolean isOfTheLocation = caller.may(locationId, Permissions.PAYMENT_READ);
        boolean seesAll = isOfTheLocation || caller.may(locationId, Permissions.PAYMENT_CREATE);
        return payments.find(locationId, id, seesAll ? null : caller.subject())
                .map(found -> isOfTheLocation ? found : found.map(Found::withoutInternals));
    }
}
