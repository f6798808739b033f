package com.coworkpay.reporting.transactions;

import com.coworkpay.contracts.PayableType;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which transactions are asked for; what is absent does not matter. Days are the location's, both inclusive.
///
/// @param minKrw of the payment's total, inclusive
/// @param live true: without test accounts; false: nothing else
/// @param search any id, whole: payment, TID, payable, payer, refund, AID, cancellation
public record Filter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<ReportStatus> statuses,
        Set<PayableType> types,
        @Nullable String payerId,
        @Nullable String payableId,
        @Nullable Long minKrw,
        @Nullable Long maxKrw,
        @Nullable Boolean live,
        @Nullable String search) {

    public Filter {
        statuses = Set.copyOf(statuses);
        types = Set.copyOf(types);
    }

    static Filter none() {
        return new Filter(null, null, Set.of(), Set.of(), null, null, null, null, null, null);
    }

    /// The same text for the same question, whatever the order in which it was put.
    String canonical() {
        return String.join(
                "\n",
                "" + from,
                "" + to,
                statuses.stream().sorted().toList().toString(),
                types.stream().sorted().toList().toString(),
                length(payerId),
                length(payableId),
                "" + minKrw,
                "" + maxKrw,
                "" + live,
                length(search));
    }

    /// With its length before it, no text can pass for another field.
    private static String length(@Nullable String text) {
        return text == null ? "-" : text.length() + ":" + text;
    }
}
