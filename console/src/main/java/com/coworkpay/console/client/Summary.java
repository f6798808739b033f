package com.coworkpay.console.client;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums of movements in groups, as reporting-service makes them: each refund on its own KakaoPay day.
public record Summary(List<Group> groups, Figures total, String timezone) {

    /// @param key a day, or a word such as a payable type; null: without one
    public record Group(
            @Nullable String key,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Figures figures) {}

    public record Figures(
            long paidCount,
            long paidKrw,
            long overpaidKrw,
            long refundedCount,
            long refundedKrw,
            long refundPendingCount,
            long refundPendingKrw,
            long netKrw,
            long testCount) {

        public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

        public Figures plus(Figures other) {
            return new Figures(
                    paidCount + other.paidCount,
                    paidKrw + other.paidKrw,
                    overpaidKrw + other.overpaidKrw,
                    refundedCount + other.refundedCount,
                    refundedKrw + other.refundedKrw,
                    refundPendingCount + other.refundPendingCount,
                    refundPendingKrw + other.refundPendingKrw,
                    netKrw + other.netKrw,
                    testCount + other.testCount);
        }
    }
}
