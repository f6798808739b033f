package com.coworkpay.refund.query.api;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.domain.OperatorGuidance;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One refund.
@Schema(name = "RefundResponse")
public record RefundResponse(
        UUID refundId,
        RefundStatus status,
        Origin origin,

        @Schema(description = "An administrator's reason, or the reason of the decision")
        String reason,

        @Nullable String note,
        long amountKrw,
        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,
        @Nullable UUID decisionId,
        @Nullable String cancellationId,
        @Nullable String requestedBy,
        Instant requestedAt,

        @Schema(description = "KakaoPay's own time of the cancel") @Nullable
        Instant canceledAt,

        @Schema(description = "KakaoPay's id of the cancel") @Nullable
        String aid,

        @Nullable Failure failure,
        @Nullable Instant failedAt,

        @Schema(description = "Since when it is in manual review; it continues by itself") @Nullable
        Instant manualReviewSince,

        @Nullable ReviewReason manualReviewReason,

        @Schema(description = "The outcome of the last call, for questions to KakaoPay") @Nullable
        String lastAnswer,

        @Schema(description = "What happened and what to do, if it failed or is in manual review") @Nullable
        LocalizedText explanation) {

    public static RefundResponse of(JsonObject state) {
        Failure failure = parsed(state, "failure", Failure::valueOf);
        ReviewReason reviewReason = parsed(state, "manualReviewReason", ReviewReason::valueOf);
        return new RefundResponse(
                UUID.fromString(state.getString("refundId")),
                RefundStatus.valueOf(state.getString("status")),
                Origin.valueOf(state.getString("origin")),
                state.getString("reason"),
                state.getString("note"),
                state.getLong("amountKrw"),
                state.getLong("supplyKrw"),
                state.getLong("vatKrw"),
                state.getLong("taxFreeKrw"),
                parsed(state, "decisionId", UUID::fromString),
                state.getString("cancellationId"),
                state.getString("requestedBy"),
                Instant.parse(state.getString("requestedAt")),
                parsed(state, "canceledAt", Instant::parse),
                state.getString("aid"),
                failure,
                parsed(state, "failedAt", Instant::parse),
                parsed(state, "manualReviewSince", Instant::parse),
                reviewReason,
                state.getString("lastAnswer"),
                failure != null
                        ? OperatorGuidance.after(failure)
                        : reviewReason != null ? OperatorGuidance.about(reviewReason) : null);
    }

    static <T> @Nullable T parsed(JsonObject state, String name, Function<String, T> parse) {
        String text = state.getString(name);
        return text == null ? null : parse.apply(text);
    }
}
