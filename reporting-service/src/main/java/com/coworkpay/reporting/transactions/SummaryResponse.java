package com.coworkpay.reporting.transactions;

import com.coworkpay.reporting.reading.ReadContext;
import com.coworkpay.reporting.transactions.SummaryPeriods.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The movements of a filter, in groups.
@Schema(name = "TransactionSummary")
record SummaryResponse(
        SummaryBy by,

        @Schema(description = "By time, the oldest first; words by their letters")
        List<SummaryGroup> groups,

        @Schema(description = "All groups together") SummaryFigures total,

        @Schema(description = "The zone in which days begin and end")
        String timezone,

        CompletenessResponse completeness) {

    /// A day, a week, a month, or what has the same word.
    @Schema(name = "SummaryGroup")
    record SummaryGroup(
            @Schema(
                    description =
                            "The day, a week's Monday, the month, or the word; null: without one (no method, as it"
                                    + " was not paid)",
                    examples = "2026-05-04")
            @Nullable
            String key,

            @Schema(description = "First day of it within the range; null for words") @Nullable
            LocalDate from,

            @Schema(description = "Last day of it within the range; null for words") @Nullable
            LocalDate to,

            SummaryFigures figures) {}

    static SummaryResponse of(
            SummaryBy by, SummaryPeriods periods, List<SummaryStore.Group> found, ReadContext context) {
        return new SummaryResponse(
                by,
                periods.all().isEmpty() ? named(found) : times(periods.all(), found),
                found.stream().map(SummaryStore.Group::figures).reduce(SummaryFigures.NONE, SummaryFigures::plus),
                context.zone().getId(),
                CompletenessResponse.of(context));
    }

    private static List<SummaryGroup> named(List<SummaryStore.Group> found) {
        return found.stream()
                .sorted(Comparator.comparing(SummaryStore.Group::word, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(group -> new SummaryGroup(group.word(), null, null, group.figures()))
                .toList();
    }

    private static List<SummaryGroup> times(List<Period> periods, List<SummaryStore.Group> found) {
        Map<Integer, SummaryFigures> figures =
                found.stream().collect(Collectors.toMap(SummaryStore.Group::period, SummaryStore.Group::figures));
        return IntStream.range(0, periods.size())
                .mapToObj(i -> {
                    Period period = periods.get(i);
                    return new SummaryGroup(
                            period.key(), period.from(), period.to(), figures.getOrDefault(i + 1, SummaryFigures.NONE));
                })
                .toList();
    }
}
