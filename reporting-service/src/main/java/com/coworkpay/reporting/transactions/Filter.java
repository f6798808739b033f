package com.coworkpay.reporting.transactions;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.platform.problem.PageCursor;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    private static final String HIDDEN = "…";

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

    /// What was asked for, by the names of the parameters, for the audit. Payers and what was searched for are personal
    /// data: it is said that they were given.
    public Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        put(shown, "from", from);
        put(shown, "to", to);
        put(shown, "status", statuses);
        put(shown, "type", types);
        put(shown, "refundStatus", refundStatuses);
        put(shown, "payerId", payerId == null ? null : HIDDEN);
        put(shown, "payableId", payableId);
        put(shown, "minKrw", minKrw);
        put(shown, "maxKrw", maxKrw);
        put(shown, "live", live);
        put(shown, "search", search == null ? null : HIDDEN);
        return shown;
    }

    private static void put(Map<String, String> shown, String name, @Nullable Object value) {
        if (value instanceof Set<?> set) {
            if (!set.isEmpty()) {
                shown.put(name, set.stream().map(Object::toString).sorted().collect(Collectors.joining(" ")));
            }
        } else if (value != null) {
            shown.put(name, value.toString());
        }
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
