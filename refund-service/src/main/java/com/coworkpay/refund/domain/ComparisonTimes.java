package com.coworkpay.refund.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a payment is compared with KakaoPay's order: often while it is young, seldom later, not after its refund
/// window. Cancels in KakaoPay's dashboard mostly follow a payment within days.
public final class ComparisonTimes {

    /// Ages of a payment at which it is compared.
    private static final List<Duration> YOUNG = List.of(
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(14));

    /// After these ages, so often.
    private static final Duration OLD = Duration.ofDays(30);

    /// The last step: all later ages.
    public static final int LAST_STEP = YOUNG.size();

    /// Before another attempt, where nothing was found out.
    private static final Duration SOON = Duration.ofMinutes(10);

    private static final Duration MAX_AGAIN = Duration.ofDays(1);

    /// @param step number of the age; payments of a lower one are compared first
    public record Next(int step, Instant at) {}

    private ComparisonTimes() {}

    /// The first age of a payment, after its approval.
    public static Duration first() {
        return YOUNG.getFirst();
    }

    /// When it is compared again, after a comparison.
    ///
    /// @param step of the comparison
    /// @param window after its approval, in which a payment is compared; after it only what is not explained
    /// @param unexplainedSince since when it is not explained, if it is not
    /// @param isPassing that nothing was found out is a matter of minutes, and not of this payment
    /// @return empty once the window is over
    public static Optional<Next> next(
            Instant approvedAt,
            Duration window,
            int step,
            ComparisonOutcome outcome,
            @Nullable Instant unexplainedSince,
            boolean isPassing,
            Instant at) {
        return switch (outcome) {
            case UNEXPLAINED -> Optional.of(again(unexplainedSince == null ? at : unexplainedSince, at));
            case MATCHING, RECORDED -> ofAge(approvedAt, window, at);
            case REFUND_UNDER_WAY, NO_ANSWER -> {
                if (unexplainedSince != null) {
                    yield Optional.of(again(unexplainedSince, at));
                }
                yield isPassing
                        ? within(approvedAt, window, new Next(step, at.plus(SOON)))
                        : ofAge(approvedAt, window, at);
            }
        };
    }

    /// The next age that is still to come: those that were missed, as there was no quota, are not made up for.
    private static Optional<Next> ofAge(Instant approvedAt, Duration window, Instant at) {
        for (int step = 0; step < LAST_STEP; step++) {
            Instant young = approvedAt.plus(YOUNG.get(step));
            if (young.isAfter(at)) {
                return within(approvedAt, window, new Next(step, young));
            }
        }
        long times = Duration.between(approvedAt, at).dividedBy(OLD) + 1;
        return within(approvedAt, window, new Next(LAST_STEP, approvedAt.plus(OLD.multipliedBy(times))));
    }

    /// The likeliest of all to differ: before the young ones, and with pauses that grow with the time since then.
    private static Next again(Instant unexplainedSince, Instant at) {
        Duration age = Duration.between(unexplainedSince, at);
        Duration pause = age.compareTo(SOON) < 0 ? SOON : age.compareTo(MAX_AGAIN) > 0 ? MAX_AGAIN : age;
        return new Next(0, at.plus(pause));
    }

    private static Optional<Next> within(Instant approvedAt, Duration window, Next next) {
        return next.at().isAfter(approvedAt.plus(window)) ? Optional.empty() : Optional.of(next);
    }
}
