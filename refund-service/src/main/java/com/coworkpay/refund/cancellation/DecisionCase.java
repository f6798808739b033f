package com.coworkpay.refund.cancellation;

import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.policy.domain.DecisionInput;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment and what triggers a decision about it.
///
/// @param ledger the facts are those of this version: a decision is stored on it or not at all
/// @param cancellationId absent for an overpayment
/// @param edition of the cancellation; absent for an overpayment
/// @param begunAt when the payment began
/// @param released a person released the cancellation: its time is not checked any more
/// @param canceledBy who cancelled, for the stored decision
/// @param traceparent of the cancellation
record DecisionCase(
        Ledger ledger,
        DatabaseTime time,
        @Nullable String cancellationId,
        @Nullable Integer edition,
        Instant begunAt,
        boolean released,
        @Nullable String canceledBy,
        @Nullable String traceparent,
        DecisionInput input) {

    public UUID paymentId() {
        return ledger.payment().paymentId();
    }

    public String locationId() {
        return ledger.payment().locationId();
    }

    /// The same case once another one of its payment was declined, which leaves what was paid as it was.
    public DecisionCase after(Ledger declined) {
        return new DecisionCase(
                declined, time, cancellationId, edition, begunAt, released, canceledBy, traceparent, input);
    }
}
