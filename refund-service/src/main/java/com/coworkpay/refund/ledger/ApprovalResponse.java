package com.coworkpay.refund.ledger;

import com.coworkpay.refund.domain.Approval;
import com.coworkpay.refund.domain.Approval.AnswerKind;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The approval that a refund above its location's limit needs.
@Schema(name = "ApprovalResponse")
public record ApprovalResponse(
        @Schema(description = "How many persons have to approve it")
        int needed,

        @Schema(description = "How many have") int given,

        @Schema(description = "The limit that it is above, in whole won")
        long limitKrw,

        @Schema(description = "The version of the location that had this limit")
        long limitVersion,

        @Schema(description = "A refund that still waits then has failed")
        Instant expiresAt,

        @Schema(description = "Oldest first") List<AnswerResponse> answers) {

    /// What a person answered.
    @Schema(name = "ApprovalAnswerResponse")
    record AnswerResponse(
            AnswerKind answer,

            @Schema(description = "The subject of the person's token")
            String by,

            Instant at,
            @Nullable String note) {}

    public static ApprovalResponse of(Approval approval) {
        return new ApprovalResponse(
                approval.needed(),
                approval.given(),
                approval.limitKrw(),
                approval.limitVersion(),
                approval.expiresAt(),
                approval.answers().stream()
                        .map(answer -> new AnswerResponse(answer.kind(), answer.by(), answer.at(), answer.note()))
                        .toList());
    }
}
