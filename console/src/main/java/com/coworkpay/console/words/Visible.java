package com.coworkpay.console.words;

import io.quarkus.qute.TemplateExtension;
import org.jspecify.annotations.Nullable;

/// Text from outside, shown as it is: characters that turn the direction of writing, or that nobody sees, could make it
/// say something else. `{payment.description.visible}`
@TemplateExtension
public final class Visible {

    /// Joins emoji.
    private static final int JOINER = 0x200D;

    private Visible() {}

    public static String visible(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (isUnseen(each)) {
                shown.append("[U+").append(String.format("%04X", each)).append(']');
            } else {
                shown.appendCodePoint(each);
            }
        });
        return shown.toString();
    }

    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT -> codePoint != JOINER;
            case Character.CONTROL -> codePoint != '\n';
            default -> false;
        };
    }
}
