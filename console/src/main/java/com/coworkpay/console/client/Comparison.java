package com.coworkpay.console.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comparison of a period's payments with KakaoPay.
///
/// @param status RUNNING, DONE or STOPPED
/// @param compared of the payments, those with a result
public record Comparison(
        String comparisonId,
        String status,
        LocalDate from,
        LocalDate to,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable String stoppedBy,
        long payments,
        long compared,
        long matching,
        long recorded,
        long outsideKrw,
        long lateKrw,
        long unexplained,
        long refundUnderWay,
        long noAnswer) {

    public boolean isRunning() {
        return status.equals("RUNNING");
    }

    public long recordedKrw() {
        return outsideKrw + lateKrw;
    }

    public record Page(
            List<Comparison> comparisons, @Nullable String nextCursor) {}

    public record Request(String from, String to) {}

    public record Payments(
            List<ComparedPayment> payments, @Nullable String nextCursor) {}

    /// @param missingKrw by how much KakaoPay's balance is lower than explained
    public record ComparedPayment(
            String paymentId,
            String description,
            Instant approvedAt,
            long totalKrw,
            String outcome,
            long outsideKrw,
            long lateKrw,
            long missingKrw,
            @Nullable String answer,
            Instant comparedAt) {

        public long recordedKrw() {
            return outsideKrw + lateKrw;
        }
    }
}
