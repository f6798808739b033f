package com.coworkpay.refund.query.api;

import com.coworkpay.refund.domain.Attention;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.RefundStatus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One refund as it stands.
@Schema(name = "Refund")
public record RefundView(
        UUID refundId,
        RefundStatus status,
        Origin origin,

        @Schema(description = "An administrator's reason, or the reason of the decision that asked for it")
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

        @Schema(description = "Since when a person is asked to look, while it is not final") @Nullable
        Instant attentionSince,

        @Nullable Attention attention) {

    public static RefundView of(JsonObject state) {
        return new RefundView(
                UUID.fromString(state.getString("refundId")),
                RefundStatus.valueOf(state.getString("status")),
                Origin.valueOf(state.getString("origin")),
                state.getString("reason"),
                state.getString("note"),
                state.getLong("amountKrw"),
                state.getLong("supplyKrw"),
                state.getLong("vatKrw"),
                state.getLong("taxFreeKrw"),
                word(state, "decisionId", UUID::fromString),
                state.getString("cancellationId"),
                state.getString("requestedBy"),
                Instant.parse(state.getString("requestedAt")),
                word(state, "canceledAt", Instant::parse),
                state.getString("aid"),
                word(state, "failure", Failure::valueOf),
                word(state, "failedAt", Instant::parse),
                word(state, "attentionSince", Instant::parse),
                word(state, "attention", Attention::valueOf));
    }

    static <T> @Nullable T word(JsonObject state, String name, Function<String, T> parse) {
        String text = state.getString(name);
        return text == null ? null : parse.apply(text);
    }
}
