package com.coworkpay.refund.query;

import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How many refunds a location's people have to know of.
@Schema(name = "RefundCountsResponse")
record RefundCountsResponse(
        @Schema(description = "REQUESTED, AWAITING_APPROVAL, IN_FLIGHT and UNKNOWN")
        long onTheirWay,

        @Schema(description = "Those of them that wait for another person's approval")
        long awaitingApproval,

        @Schema(description = "Resolutions that wait for another person's approval")
        long proposedResolutions,

        @Schema(description = "Whatever their status") long inManualReview,

        @Schema(description = "All that ever failed") long failed,

        @Schema(description = "Requested today, whatever their status")
        long today,

        @Schema(description = "Today at the location") LocalDate day,

        @Schema(description = "The zone in which days begin and end")
        String timezone) {

    static RefundCountsResponse of(RefundListStore.Counts counts, LocalDate day, ZoneId zone) {
        return new RefundCountsResponse(
                counts.onTheirWay(),
                counts.awaitingApproval(),
                counts.proposedResolutions(),
                counts.inManualReview(),
                counts.failed(),
                counts.today(),
                day,
                zone.getId());
    }
}
