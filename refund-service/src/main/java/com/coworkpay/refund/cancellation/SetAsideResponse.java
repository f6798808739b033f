package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.Role;
import com.coworkpay.contracts.SetAsideReason;
import com.coworkpay.refund.domain.LocalizedText;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A cancellation without effect, and why.
@Schema(name = "SetAsideResponse")
record SetAsideResponse(
        UUID id,
        String cancellationId,
        SetAsidePayable payable,

        @Schema(description = "The payment for which its time is implausible; for others it counts") @Nullable
        UUID paymentId,

        SetAsideReason reason,

        @Schema(description = "The reason as a sentence") LocalizedText explanation,

        Instant cancelledAt,

        @Schema(description = "The time of the event, or the start of the payment") @Nullable
        Instant comparedWith,

        Role cancelledByRole,

        @Schema(description = "Of a shop order") @Nullable String orderState,

        @Schema(description = "An administrator's: NONE, FULL or AMOUNT") @Nullable
        String choice,

        @Schema(description = "With AMOUNT") @Nullable Long choiceKrw,

        Instant setAsideAt,
        SetAsideStatus status,
        @Nullable Instant endedAt,

        @Schema(
                description =
                        "Who released or dismissed it; `booking-system` if it was received again with a plausible time")
        @Nullable
        String endedBy,

        @Nullable String note) {

    /// What was cancelled.
    @Schema(name = "SetAsidePayable")
    public record SetAsidePayable(PayableType type, String id) {}

    static SetAsideResponse of(SetAsideEntry entry) {
        return new SetAsideResponse(
                entry.id(),
                entry.cancellationId(),
                new SetAsidePayable(entry.payableType(), entry.payableId()),
                entry.paymentId(),
                entry.reason(),
                explanation(entry.reason()),
                entry.canceledAt(),
                entry.comparedWith(),
                entry.canceledByRole(),
                entry.orderState(),
                entry.choice(),
                entry.choiceKrw(),
                entry.setAsideAt(),
                entry.status(),
                entry.endedAt(),
                entry.endedBy(),
                entry.note());
    }

    private static LocalizedText explanation(SetAsideReason reason) {
        return switch (reason) {
            case OTHER_CONTENTS ->
                new LocalizedText(
                        "같은 취소 번호가 같은 예약·티켓·주문에 대해 다른 내용으로 이미 전달되었습니다.",
                        "The same cancellation id was received before for the same payable, with other contents.");
            case LATER_THAN_EVENT ->
                new LocalizedText(
                        "취소 시각이 이벤트를 보낸 시각보다 늦습니다. 시간대 오류일 수 있습니다.",
                        "The cancellation time is later than the time of its event: perhaps the wrong time zone.");
            case EARLIER_THAN_EVENT ->
                new LocalizedText(
                        "취소 시각이 이벤트를 보낸 시각보다 훨씬 이릅니다. 시간대 오류이거나 시각이 설정되지 않았을 수 있습니다.",
                        "The cancellation time is long before the time of its event: perhaps the wrong time zone, or a time"
                                + " that was never set.");
            case EARLIER_THAN_PAYMENT ->
                new LocalizedText(
                        "취소 시각이 결제를 시작한 시각보다 훨씬 이릅니다. 시간대 오류이거나 시각이 설정되지 않았을 수 있습니다.",
                        "The cancellation time is long before the start of the payment: perhaps the wrong time zone, or a"
                                + " time that was never set.");
        };
    }
}
