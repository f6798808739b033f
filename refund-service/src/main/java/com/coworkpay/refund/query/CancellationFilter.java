package com.coworkpay.refund.query;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.Role;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which cancellations are asked for; what is absent does not matter. Days are the location's, both inclusive.
///
/// @param outcomes any of them, as the other sets; in the order of their names
/// @param minKrw of what a decision gives back
record CancellationFilter(
        Set<CancellationOutcome> outcomes,
        Set<String> reasons,
        Set<Role> roles,
        @Nullable PayableType payableType,
        @Nullable String payableId,
        @Nullable String cancellationId,
        @Nullable String cancelledBy,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long minKrw,
        @Nullable Long maxKrw) {

    static CancellationFilter ofId(String cancellationId) {
        return new CancellationFilter(
                Set.of(), Set.of(), Set.of(), null, null, cancellationId, null, null, null, null, null);
    }
}
