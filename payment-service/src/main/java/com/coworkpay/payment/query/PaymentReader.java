package com.coworkpay.payment.query;

import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What a caller may read of a location's payments: people and machines of the location all of them, a payer only their
/// own. Made within the request; good beyond it, for a stream.
///
/// @param onlyOfPayer null: all of the location's
/// @param forPeopleOfTheLocation with what is for payment:read alone
/// @param otherwise what the caller is told of others: what they may not see does not exist for them; with another
///     permission at the location it is forbidden
public record PaymentReader(
        String locationId, @Nullable String onlyOfPayer, boolean forPeopleOfTheLocation, ProblemException otherwise) {

    public static PaymentReader of(Caller caller, String locationId) {
        boolean isOfTheLocation = caller.may(locationId, Permissions.PAYMENT_READ);
        return isOfTheLocation || caller.may(locationId, Permissions.PAYMENT_CREATE)
                ? new PaymentReader(locationId, null, isOfTheLocation, PathIds.notFound())
                : new PaymentReader(locationId, caller.subject(), false, caller.refusal(locationId));
    }
}
