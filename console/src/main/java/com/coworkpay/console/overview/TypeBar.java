package com.coworkpay.console.overview;

import com.coworkpay.console.client.Summary;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bar for a payable type: what was paid, and how much of its length was refunded in the same days.
///
/// @param paidPercent of the longest bar
/// @param refundedPercent of the longest bar
public record TypeBar(
        @Nullable String type,
        long paidKrw,
        long refundedKrw,
        long netKrw,
        double paidPercent,
        double refundedPercent) {

    static List<TypeBar> of(Summary summary) {
        long longest = summary.groups().stream()
                .mapToLong(group ->
                        Math.max(group.figures().paidKrw(), group.figures().refundedKrw()))
                .max()
                .orElse(0);
        if (longest == 0) {
            return List.of();
        }
        return summary.groups().stream()
                .filter(group -> group.figures().paidKrw() + group.figures().refundedKrw() > 0)
                .sorted(Comparator.comparingLong(
                                (Summary.Group group) -> group.figures().paidKrw())
                        .reversed())
                .map(group -> new TypeBar(
                        group.key(),
                        group.figures().paidKrw(),
                        group.figures().refundedKrw(),
                        group.figures().netKrw(),
                        100.0 * group.figures().paidKrw() / longest,
                        100.0 * group.figures().refundedKrw() / longest))
                .toList();
    }
}
