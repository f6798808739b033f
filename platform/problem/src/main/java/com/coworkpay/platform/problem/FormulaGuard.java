package com.coworkpay.platform.problem;

/// Keeps a spreadsheet program from taking a text for a formula: what begins like one gets an apostrophe before it
/// (OWASP, CSV injection). Numbers of ours are no texts and stay as they are.
public final class FormulaGuard {

    /// The signs that begin a formula, and their full-width forms, which some programs take for the same.
    private static final String BEGINNINGS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    public static String guarded(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    /// Blanks and invisible characters before the sign do not make it harmless; a leading tab or line break is a danger
    /// of its own.
    private static boolean isDangerous(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (character == '\t' || character == '\r' || character == '\n') {
                return true;
            }
            if (!isInvisible(character)) {
                return BEGINNINGS.indexOf(character) >= 0;
            }
            i += Character.charCount(character);
        }
        return false;
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
