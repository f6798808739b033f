package com.coworkpay.reporting.transactions;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.platform.problem.PageCursor;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which transactions are asked for; what is absent does not matter. Days are the location's, both inclusive.
///
/// @param refundStatuses a refund of it is in one of them
/// @param minKrw of the payment's total, inclusive
/// @param live true: without test accounts; false: nothing else
/// @param search any id, whole: payment, TID, payable, payer, refund, AID, cancellation
public record Filter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<ReportStatus> statuses,
        Set<PayableType> types,
        Set<ReportRefundStatus> refundStatuses,
        @Nullable String payerId,
        @Nullable String payableId,
        @Nullable Long minKrw,
        @Nullable Long maxKrw,
        @Nullable Boolean live,
        @Nullable String search) {

    public Filter {
        statuses = Set.copyOf(statuses);
        types = Set.copyOf(types);
        refundStatuses = Set.copyOf(refundStatuses);
    }

    static Filter none() {
        return new Filter(null, null, Set.of(), Set.of(), Set.of(), null, null, null, null, null, null);
    }

    /// The same without its days.
    Filter always() {
        return new Filter(
                null, null, statuses, types, refundStatuses, payerId, payableId, minKrw, maxKrw, live, search);
    }

    /// The same text for the same question, whatever the order in which it was put.
    String question(String locationId) {
        return PageCursor.question(
                "transactions",
                locationId,
                from,
                to,
                statuses.stream().sorted().toList(),
                types.stream().sorted().toList(),
                refundStatuses.stream().sorted().toList(),
                payerId,
                payableId,
                minKrw,
                maxKrw,
                live,
                search);
    }
}
