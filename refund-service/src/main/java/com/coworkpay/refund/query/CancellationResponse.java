package com.coworkpay.refund.query;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.Role;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.ledger.DecisionResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the booking system cancelled, and what became of it.
@Schema(name = "CancellationResponse")
record CancellationResponse(
        String cancellationId,
        CanceledPayable payable,
        Instant cancelledAt,

        @Schema(description = "The subject of who cancelled")
        String cancelledBy,

        Role cancelledByRole,

        @Schema(description = "When this service received it; not used for the decision")
        Instant receivedAt,

        @Schema(description = "NO_PAYMENT is no error: it may have been paid otherwise, or not at all")
        CancellationOutcome outcome,

        @Schema(description = "The outcome as a sentence") LocalizedText explanation,

        @Schema(description = "The id of its entry in cancellations/set-aside, if it was set aside") @Nullable
        UUID setAsideId,

        @Schema(description = "One for each payment of the payable; usually one")
        List<PaymentDecision> decisions) {

    /// What was cancelled.
    @Schema(name = "CanceledPayable")
    public record CanceledPayable(PayableType type, String id) {}

    /// The decision about one payment.
    @Schema(name = "PaymentDecision")
    public record PaymentDecision(
            UUID paymentId,
            DecisionResponse decision,

            @Schema(description = "Of the refund that was decided") @Nullable
            RefundStatus refundStatus) {

        static PaymentDecision of(FoundCancellation.DecidedPayment decided) {
            return new PaymentDecision(
                    decided.decision().paymentId(), DecisionResponse.of(decided.decision()), decided.refundStatus());
        }
    }

    static CancellationResponse of(FoundCancellation found) {
        return new CancellationResponse(
                found.cancellationId(),
                new CanceledPayable(PayableType.valueOf(found.payableType()), found.payableId()),
                found.canceledAt(),
                found.canceledBy(),
                found.canceledByRole(),
                found.receivedAt(),
                found.outcome(),
                found.outcome().text(),
                found.setAsideId(),
                found.decisions().stream().map(PaymentDecision::of).toList());
    }
}
