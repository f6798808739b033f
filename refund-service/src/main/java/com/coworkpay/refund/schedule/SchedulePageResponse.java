package com.coworkpay.refund.schedule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A page of schedules, or of the versions of one.
@Schema(name = "SchedulePageResponse")
record SchedulePageResponse(
        List<ScheduleResponse> schedules,

        @Schema(description = "Send it as `cursor` for the next page; null on the last one") @Nullable
        String nextCursor) {}
