package com.coworkpay.checks.docs;

/// Texts as they stand in a cell of a table.
public final class Cell {
    private Cell() {}

    /// Prose of a `///` comment: one line, and references to types as code.
    public static String prose(String comment) {
        return comment.replaceAll("\\s+", " ")
                .strip()
                .replaceAll("\\[([A-Za-z0-9_.#()]+)](?!\\()", "`$1`")
                .replace("|", "\\|");
    }

    public static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
    }
}
