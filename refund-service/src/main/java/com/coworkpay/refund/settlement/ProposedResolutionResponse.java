package com.coworkpay.refund.settlement;

import com.coworkpay.refund.domain.ResolutionOutcome;
import com.coworkpay.refund.settlement.ProposedResolution.Ending;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A resolution above the location's limit, and what became of it.
@Schema(name = "ProposedResolutionResponse")
record ProposedResolutionResponse(
        UUID proposedResolutionId,
        UUID paymentId,
        UUID refundId,
        ResolutionOutcome outcome,
        long amountKrw,

        @Schema(description = "With REFUNDED: KakaoPay's id of the cancel") @Nullable
        String aid,

        String evidence,
        @Nullable String note,
        String proposedBy,
        Instant proposedAt,

        @Schema(description = "The limit that it is above, in whole won")
        long limitKrw,

        @Schema(description = "Nobody can approve it from then on")
        Instant expiresAt,

        @Schema(description = "Null while it waits") @Nullable
        Ending ending,

        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String endingNote) {

    static ProposedResolutionResponse of(ProposedResolution proposed) {
        return new ProposedResolutionResponse(
                proposed.id(),
                proposed.paymentId(),
                proposed.refundId(),
                proposed.outcome(),
                proposed.amountKrw(),
                proposed.aid(),
                proposed.evidence(),
                proposed.note(),
                proposed.proposedBy(),
                proposed.proposedAt(),
                proposed.limitKrw(),
                proposed.expiresAt(),
                proposed.ending(),
                proposed.endedBy(),
                proposed.endedAt(),
                proposed.endingNote());
    }
}
