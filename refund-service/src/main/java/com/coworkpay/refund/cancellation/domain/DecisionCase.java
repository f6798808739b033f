package com.coworkpay.refund.cancellation.domain;

import com.coworkpay.refund.policy.domain.DecisionInput;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment and what triggers a decision about it.
///
/// @param ledgerVersion the facts are those of this version: a decision is stored on it or not at all
/// @param cancellationId absent for an overpayment
/// @param edition of the cancellation; absent for an overpayment
/// @param begunAt when the payment began
/// @param released a person released the cancellation: its time is not checked any more
/// @param canceledBy who cancelled, for the stored decision
/// @param traceparent of the cancellation
public record DecisionCase(
        UUID paymentId,
        long ledgerVersion,
        String locationId,
        @Nullable String cancellationId,
        @Nullable Integer edition,
        Instant begunAt,
        boolean released,
        @Nullable String canceledBy,
        @Nullable String traceparent,
        DecisionInput input) {

    /// The same case once another one of its payment was declined, which leaves the ledger as it was.
    public DecisionCase after(DecidedCase other) {
        return new DecisionCase(
                paymentId,
                other.decisionCase().ledgerVersion() + 1,
                locationId,
                cancellationId,
                edition,
                begunAt,
                released,
                canceledBy,
                traceparent,
                input);
    }
}
