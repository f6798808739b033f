package com.coworkpay.refund.query;

import com.coworkpay.contracts.RefundStep;
import com.coworkpay.contracts.ScheduleRef;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.policy.domain.DecisionInput;
import com.coworkpay.refund.policy.domain.DecisionReason;
import com.coworkpay.refund.policy.domain.DecisionTexts;
import com.coworkpay.refund.policy.domain.RefundRule;
import com.coworkpay.refund.policy.domain.Start;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a cancellation would refund.
@Schema(name = "RefundPreviewResponse")
record RefundPreviewResponse(
        UUID paymentId,

        @Schema(description = "The time of the hypothetical cancellation")
        Instant at,

        boolean refundable,
        long amountKrw,
        DecisionReason reason,

        @Schema(description = "The last moment that is in time, where the policy has one") @Nullable
        Instant deadlineAt,

        @Schema(description = "The same in the location's local time") @Nullable
        OffsetDateTime deadlineLocal,

        @Schema(description = "When what was paid for begins; null where that is not known, or counts for nothing")
        @Nullable
        StartResponse start,

        @Schema(
                description =
                        "The policy's steps with their times and won, earliest first; after the last one nothing goes back. Empty where the policy has none, or the start is not known")
        List<StepResponse> steps,

        LocalizedText explanation) {

    /// So much goes back until then.
    @Schema(name = "RefundStepResponse")
    record StepResponse(
            @Schema(description = "The last moment that is in time")
            Instant until,

            @Schema(description = "The same in the location's local time")
            OffsetDateTime untilLocal,

            int percent,

            @Schema(description = "Whole won, less what was refunded before or is being refunded")
            long amountKrw,

            LocalizedText text) {

        static StepResponse of(DecisionInput input, RefundStep step) {
            return new StepResponse(
                    step.until(),
                    step.until().atZone(input.zone()).toOffsetDateTime(),
                    step.percent(),
                    RefundRule.dueKrw(input, step),
                    DecisionTexts.step(input, step));
        }
    }

    /// When what was paid for begins, and how that is known.
    @Schema(name = "StartResponse")
    record StartResponse(
            Instant at,

            @Schema(description = "The same in the location's local time")
            OffsetDateTime local,

            @Schema(description = "Of a full-day booking") @Nullable
            LocalDate day,

            @Schema(
                    description =
                            "EXACT: as booked. OPENING_TIME: a full day begins when it opens. CLOSED_DAY: local midnight, as it is closed. NO_SCHEDULE: local midnight, as the location has no opening hours")
            Start.Source source,

            @Schema(description = "The schedule that says so; null for an exact start")
            ScheduleRef.@Nullable Kind schedule,

            @Schema(description = "Its version") @Nullable Integer scheduleVersion) {

        static StartResponse of(Start start, ZoneId zone) {
            Start.Hours hours = start.hours();
            return new StartResponse(
                    start.at(),
                    start.at().atZone(zone).toOffsetDateTime(),
                    start.day(),
                    start.source(),
                    hours == null ? null : hours.schedule().kind(),
                    hours == null ? null : hours.version());
        }
    }

    static RefundPreviewResponse of(Preview preview) {
        Instant deadline = preview.result().deadlineAt();
        Start start = preview.input().start();
        return new RefundPreviewResponse(
                preview.paymentId(),
                preview.at(),
                preview.result().refunds(),
                preview.result().amountKrw(),
                preview.result().reason(),
                deadline,
                deadline == null
                        ? null
                        : deadline.atZone(preview.input().zone()).toOffsetDateTime(),
                start == null ? null : StartResponse.of(start, preview.input().zone()),
                RefundRule.steps(preview.input()).stream()
                        .map(step -> StepResponse.of(preview.input(), step))
                        .toList(),
                new LocalizedText(
                        preview.explanation().ko(), preview.explanation().en()));
    }
}
