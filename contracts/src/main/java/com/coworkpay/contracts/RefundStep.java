package com.coworkpay.contracts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One step of a refund policy whose start is known: so much of the price goes back until then. After the last step
/// nothing does.
///
/// @param until the last moment that is in time
/// @param percent of the price
public record RefundStep(Instant until, int percent) {

    /// The share of a price: whole won, rounded down.
    public long shareKrw(long totalKrw) {
        return totalKrw * percent / 100;
    }

    /// In the order of their time; a tier that another one outdoes is none. Empty for a policy that does not count back
    /// from a start.
    public static List<RefundStep> of(RefundPolicy policy, Instant startAt, ZoneId zone) {
        var tiers =
                switch (policy) {
                    case RefundPolicy.BeforeStart(RefundDeadline deadline) ->
                        List.of(new RefundPolicy.Tier(deadline, 100));
                    case RefundPolicy.Tiered(List<RefundPolicy.Tier> several) -> several;
                    case RefundPolicy.NoRefund _, RefundPolicy.UntilProcessed _, RefundPolicy.Unknown _ ->
                        List.<RefundPolicy.Tier>of();
                };
        var latestFirst = tiers.stream()
                .map(tier -> new RefundStep(tier.deadline().at(startAt, zone), tier.percent()))
                .sorted(Comparator.comparing(RefundStep::until)
                        .thenComparing(RefundStep::percent)
                        .reversed())
                .toList();
        var steps = new ArrayList<RefundStep>();
        int best = 0;
        for (RefundStep step : latestFirst) {
            if (step.percent() > best) {
                best = step.percent();
                steps.addFirst(step);
            }
        }
        return List.copyOf(steps);
    }
}
