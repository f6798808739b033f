package com.coworkpay.reporting.transactions.domain;

import com.coworkpay.reporting.reading.domain.ReadContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param next where the next page begins; null on the last one
public record Page(List<Transaction> transactions, @Nullable Cursor next, ReadContext context) {

    public Page {
        transactions = List.copyOf(transactions);
    }

    /// @param found up to one more than fit on the page, which shows that there is a next one
    public static Page of(List<Transaction> found, int limit, ReadContext context) {
        boolean more = found.size() > limit;
        List<Transaction> shown = more ? found.subList(0, limit) : found;
        return new Page(shown, more ? shown.getLast().cursor() : null, context);
    }
}
