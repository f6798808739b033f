package com.coworkpay.console.transactions;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns of transactions that a person may leave out; time, ID, status and total always stand.
public enum Column {
    TYPE(true),
    PAYABLE(false),
    DESCRIPTION(true),
    PAYER(true),
    METHOD(false),
    TID(false),
    APPROVED(false),
    REFUNDED(true),
    PENDING(false),
    NET(true);

    private final boolean usual;

    Column(boolean usual) {
        this.usual = usual;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param chosen the tags, joined by dots; null: the usual ones
    static Set<Column> of(@Nullable String chosen) {
        Set<Column> columns = EnumSet.noneOf(Column.class);
        List<String> tags = chosen == null ? List.of() : List.of(chosen.split("\\.", values().length + 1));
        for (Column column : values()) {
            if (chosen == null ? column.usual : tags.contains(column.tag())) {
                columns.add(column);
            }
        }
        return columns;
    }

    /// For the cookie and for addresses; unknown tags fall away.
    static String joined(List<String> tags) {
        List<String> known = new ArrayList<>();
        for (Column column : values()) {
            if (tags.contains(column.tag())) {
                known.add(column.tag());
            }
        }
        return known.isEmpty() ? "none" : String.join(".", known);
    }
}
