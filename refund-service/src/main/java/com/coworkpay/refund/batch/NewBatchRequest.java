package com.coworkpay.refund.batch;

import com.coworkpay.contracts.ResourceType;
import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a request for a refund batch.
@Schema(name = "RefundBatchRequest", examples = """
                {"day": "2026-12-24", "resourceType": "ROOM", "resourceId": "room-7", "note": "난방 고장"}""")
record NewBatchRequest(
        @Schema(description = "The event whose tickets are refunded; or day instead", minLength = 1, maxLength = 200)
        @Nullable
        String eventId,

        @Schema(
                description =
                        "What starts on this day in the location's zone is refunded; bookings that were moved count by where they were moved to")
        @Pattern(regexp = EventData.DAY_FORM)
        @Nullable
        String day,

        @Schema(description = "With day: of one resource alone; together with resourceId") @Nullable
        ResourceType resourceType,

        @Schema(description = "With resourceType", minLength = 1, maxLength = 200) @Nullable
        String resourceId,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 500,
                description =
                        "For colleagues, not for the payer; no personal data. One line with visible characters. Stored in"
                                + " NFC; length in code points of that")
        @Text(max = 500)
        @Nullable
        HumanText note) {}
