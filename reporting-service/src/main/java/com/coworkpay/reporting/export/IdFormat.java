package com.coworkpay.reporting.export;

import com.coworkpay.platform.problem.FormulaGuard;
import org.jspecify.annotations.Nullable;

/// How ids stand in the file. Whatever begins like a formula has its apostrophe in either form.
enum IdFormat {
    /// For spreadsheet programs: a tab before the id, which shows nothing and keeps `000123`, `3-4`, `1E10` and twenty
    /// digits from becoming numbers and days. In every cell of these columns, so that a reader takes off one tab
    /// always.
    TEXT("\t"),
    /// For programs: the id alone.
    PLAIN("");

    private final String before;

    IdFormat(String before) {
        this.before = before;
    }

    @Nullable
    String format(@Nullable String id) {
        return id == null ? null : before + FormulaGuard.guarded(id);
    }
}
