package com.coworkpay.refund.comparison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A comparison of a period.
@Schema(name = "ComparisonResponse")
record ComparisonResponse(
        UUID comparisonId,
        ComparisonStatus status,

        @Schema(description = "The first day, in `timezone`")
        LocalDate from,

        @Schema(description = "The last day, inclusive") LocalDate to,

        @Schema(description = "The zone in which days begin and end")
        String timezone,

        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,

        @Schema(description = "The subject of the person who stopped it") @Nullable
        String stoppedBy,

        @Schema(description = "Payments of the period, as they were known when it began")
        long payments,

        @Schema(description = "Of them, those with a result")
        long compared,

        @Schema(description = "KakaoPay has what is expected")
        long matching,

        @Schema(description = "KakaoPay had cancels that were not recorded here; they are now")
        long recorded,

        @Schema(description = "Recorded as made outside, in won")
        long outsideKrw,

        @Schema(description = "Of refunds that counted as failed and that KakaoPay made after all, in won")
        long lateKrw,

        @Schema(description = "KakaoPay's order does not say why it differs: a person must find out")
        long unexplained,

        @Schema(description = "A refund is under way; its own order inquiries go on")
        long refundUnderWay,

        @Schema(description = "KakaoPay could not be asked, or gave no answer that says anything")
        long noAnswer) {

    static ComparisonResponse of(StoredComparison stored) {
        return new ComparisonResponse(
                stored.id(),
                stored.status(),
                stored.fromDay(),
                stored.toDay(),
                stored.timezone(),
                stored.requestedBy(),
                stored.requestedAt(),
                stored.finishedAt(),
                stored.stoppedBy(),
                stored.payments(),
                stored.compared(),
                stored.matching(),
                stored.recorded(),
                stored.outsideKrw(),
                stored.lateKrw(),
                stored.unexplained(),
                stored.underWay(),
                stored.noAnswer());
    }
}
