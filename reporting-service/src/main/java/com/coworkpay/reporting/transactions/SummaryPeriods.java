package com.coworkpay.reporting.transactions;

import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.reporting.ReportingProblem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The days, weeks or months of a summary, without a gap and in their order; none where groups are made of words.
record SummaryPeriods(List<Period> all) {

    static final int MAX = 400;

    /// @param key the day, a week's Monday, or the month as `2026-05`
    /// @param from its first day within the range
    /// @param to its last day within the range
    record Period(String key, LocalDate from, LocalDate to) {}

    /// @throws ProblemException for a range that is open, or too long
    static SummaryPeriods of(SummaryBy by, @Nullable LocalDate from, @Nullable LocalDate to) {
        return switch (by) {
            case type, method, status -> new SummaryPeriods(List.of());
            case day, week, month -> between(by, required("from", from), required("to", to));
        };
    }

    private static SummaryPeriods between(SummaryBy by, LocalDate from, LocalDate to) {
        List<Period> periods = new ArrayList<>();
        LocalDate begin = from;
        while (!begin.isAfter(to)) {
            if (periods.size() == MAX) {
                throw tooWide("to");
            }
            LocalDate last = last(by, begin);
            periods.add(new Period(key(by, begin), begin, last.isAfter(to) ? to : last));
            begin = last.plusDays(1);
        }
        return new SummaryPeriods(List.copyOf(periods));
    }

    private static LocalDate last(SummaryBy by, LocalDate day) {
        return switch (by) {
            case week -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case month -> day.with(TemporalAdjusters.lastDayOfMonth());
            default -> day;
        };
    }

    private static String key(SummaryBy by, LocalDate day) {
        return switch (by) {
            case week ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            case month -> YearMonth.from(day).toString();
            default -> day.toString();
        };
    }

    /// When each begins. The database counts from these moments on and knows of no zones.
    OffsetDateTime[] begins(ZoneId zone) {
        return all.stream()
                .map(period -> period.from().atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static LocalDate required(String name, @Nullable LocalDate day) {
        if (day == null) {
            throw tooWide(name);
        }
        return day;
    }

    private static ProblemException tooWide(String field) {
        return ProblemException.of(ReportingProblem.SUMMARY_TOO_WIDE)
                .field(field)
                .with("max", MAX);
    }
}
