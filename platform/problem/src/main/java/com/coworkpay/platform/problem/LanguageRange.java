package com.coworkpay.platform.problem;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One member of `Accept-Language` (RFC 9110, 12.5.4): a range and how much it is wished for, in thousandths.
record LanguageRange(String range, int thousandths) {

    private static final Pattern FORM = Pattern.compile(
            "\\s*((?:[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)|\\*)\\s*(?:;\\s*[qQ]\\s*=\\s*(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)\\s*)?");

    private static final int FULL = 1000;

    /// The most wished for first, equal ones as they were sent. A member that is none is passed over; it does not
    /// spoil its neighbours.
    static List<LanguageRange> listOf(@Nullable String acceptLanguage) {
        return Arrays.stream(Objects.requireNonNullElse(acceptLanguage, "").split(","))
                .flatMap(member -> LanguageRange.of(member).stream())
                .sorted(Comparator.comparing(LanguageRange::thousandths).reversed())
                .toList();
    }

    private static Optional<LanguageRange> of(String member) {
        Matcher found = FORM.matcher(member);
        return found.matches()
                ? Optional.of(new LanguageRange(found.group(1).toLowerCase(Locale.ROOT), weightOf(found.group(2))))
                : Optional.empty();
    }

    private static int weightOf(@Nullable String weight) {
        return weight == null ? FULL : (int) Math.round(Double.parseDouble(weight) * FULL);
    }

    boolean isRefused() {
        return thousandths == 0;
    }

    boolean isOf(String language) {
        return isExactly(language) || range.startsWith(language + "-");
    }

    boolean isExactly(String language) {
        return range.equals(language);
    }
}
