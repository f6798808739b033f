package com.coworkpay.refund.query;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.Role;
import com.coworkpay.refund.domain.Decision;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.ledger.DecisionResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the booking system cancelled, and its status.
@Schema(name = "CancellationResponse")
record CancellationResponse(
        String cancellationId,
        CanceledPayable payable,
        Instant cancelledAt,
        Role cancelledByRole,

        @Schema(description = "When this service received it; not used for the decision")
        Instant receivedAt,

        @Schema(description = "NO_PAYMENT is no error: it may have been paid otherwise, or not at all")
        CancellationStatus status,

        @Schema(description = "The status as a sentence") LocalizedText explanation,

        @Schema(description = "The id of its entry in cancellations/set-aside, if it was set aside") @Nullable
        UUID setAsideId,

        @Schema(description = "One for each payment of the payable; usually one")
        List<PaymentDecision> decisions) {

    /// What was cancelled.
    @Schema(name = "CanceledPayable")
    public record CanceledPayable(PayableType type, String id) {}

    /// The decision about one payment.
    @Schema(name = "PaymentDecision")
    public record PaymentDecision(UUID paymentId, DecisionResponse decision) {
        static PaymentDecision of(Decision decision) {
            return new PaymentDecision(decision.paymentId(), DecisionResponse.of(decision));
        }
    }

    static CancellationResponse of(FoundCancellation found) {
        CancellationStatus status = CancellationStatus.of(
                found.isPaid(), !found.decisions().isEmpty(), found.isRestored(), found.setAsideStatus());
        return new CancellationResponse(
                found.cancellationId(),
                new CanceledPayable(PayableType.valueOf(found.payableType()), found.payableId()),
                found.canceledAt(),
                found.canceledByRole(),
                found.receivedAt(),
                status,
                status.text(),
                found.setAsideId(),
                found.decisions().stream().map(PaymentDecision::of).toList());
    }
}
