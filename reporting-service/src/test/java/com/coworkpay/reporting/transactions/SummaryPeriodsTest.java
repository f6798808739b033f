package com.coworkpay.reporting.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.reporting.ReportingProblem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SummaryPeriodsTest {

    @Test
    void daysWeeksAndMonthsHaveNoGap() {
        assertThat(periods(SummaryBy.day, "2026-02-27", "2026-03-01"))
                .containsExactly(
                        "2026-02-27 2026-02-27 2026-02-27",
                        "2026-02-28 2026-02-28 2026-02-28",
                        "2026-03-01 2026-03-01 2026-03-01");
        // A Wednesday to a Monday.
        assertThat(periods(SummaryBy.week, "2025-12-31", "2026-01-12"))
                .containsExactly(
                        "2025-12-29 2025-12-31 2026-01-04",
                        "2026-01-05 2026-01-05 2026-01-11",
                        "2026-01-12 2026-01-12 2026-01-12");
        assertThat(periods(SummaryBy.month, "2024-02-29", "2024-04-01"))
                .containsExactly(
                        "2024-02 2024-02-29 2024-02-29",
                        "2024-03 2024-03-01 2024-03-31",
                        "2024-04 2024-04-01 2024-04-01");
    }

    /// Where a day begins at one o'clock, it does so here.
    @Test
    void aPeriodBeginsWhereTheLocationIs() {
        assertThat(SummaryPeriods.of(SummaryBy.day, LocalDate.of(2026, 4, 24), LocalDate.of(2026, 4, 25))
                        .begins(ZoneId.of("Africa/Cairo")))
                .extracting(Object::toString)
                .containsExactly("2026-04-23T22:00Z", "2026-04-24T21:00Z");
    }

    @Test
    void fourHundredAndNoMore() {
        LocalDate from = LocalDate.of(2026, 1, 1);
        assertThat(SummaryPeriods.of(SummaryBy.day, from, from.plusDays(399)).all())
                .hasSize(400);
        refused(SummaryBy.day, from, from.plusDays(400), "to");
        assertThat(SummaryPeriods.of(SummaryBy.month, from, from.plusMonths(399))
                        .all())
                .hasSize(400);
        refused(SummaryBy.month, from, LocalDate.of(9998, 12, 31), "to");
    }

    @ParameterizedTest
    @EnumSource(
            value = SummaryBy.class,
            names = {"day", "week", "month"})
    void timeNeedsItsRange(SummaryBy by) {
        refused(by, null, LocalDate.of(2026, 1, 1), "from");
        refused(by, LocalDate.of(2026, 1, 1), null, "to");
    }

    private static void refused(SummaryBy by, @Nullable LocalDate from, @Nullable LocalDate to, String field) {
        assertThatThrownBy(() -> SummaryPeriods.of(by, from, to))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ReportingProblem.SUMMARY_TOO_WIDE);
                    assertThat(problem.field()).isEqualTo(field);
                });
    }

    private static List<String> periods(SummaryBy by, String from, String to) {
        return SummaryPeriods.of(by, LocalDate.parse(from), LocalDate.parse(to)).all().stream()
                .map(each -> each.key() + " " + each.from() + " " + each.to())
                .toList();
    }
}
