package com.coworkpay.payment.query;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.payment.domain.PublicStatus;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which payments are asked for; what is absent does not matter. Days are the location's, both inclusive.
///
/// @param checkouts true: attempts to pay a checkout alone; false: none of them
/// @param minKrw of the payment's total, inclusive
record PaymentFilter(
        Set<PublicStatus> statuses,
        Set<PayableType> payableTypes,
        @Nullable String payableId,
        @Nullable String payerId,
        @Nullable Boolean checkouts,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long minKrw,
        @Nullable Long maxKrw) {

    PaymentFilter {
        statuses = Set.copyOf(statuses);
        payableTypes = Set.copyOf(payableTypes);
    }

    /// The same text for the same question, whatever the order in which it was put.
    String canonical() {
        return String.join(
                "\n",
                statuses.stream().sorted().toList().toString(),
                payableTypes.stream().sorted().toList().toString(),
                length(payableId),
                length(payerId),
                "" + checkouts,
                "" + from,
                "" + to,
                "" + minKrw,
                "" + maxKrw);
    }

    /// With its length before it, no text can pass for another field.
    private static String length(@Nullable String text) {
        return text == null ? "-" : text.length() + ":" + text;
    }
}
