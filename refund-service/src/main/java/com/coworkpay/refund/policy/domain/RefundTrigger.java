package com.coworkpay.refund.policy.domain;

import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.contracts.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What triggers a decision.
public sealed interface RefundTrigger {

    /// An overpayment.
    record Overpayment() implements RefundTrigger {}

    /// A cancellation; also a hypothetical one, for a preview.
    ///
    /// @param canceledAt the booking system's time; compared with the deadline, never the time of arrival
    /// @param orderState of shop orders; `NEW` is the only one that matters
    /// @param choice an administrator's; without one it is everything
    record Canceled(
            Instant canceledAt,
            Role by,
            @Nullable String orderState,
            @Nullable RefundChoice choice) implements RefundTrigger {}
}
