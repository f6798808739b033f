package com.coworkpay.refund.refund.domain;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.refund.domain.RefundState.InFlight;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The stored intention to cancel. Its holder makes one call, and may record the answer as long as the version is the
/// same.
///
/// @param refundId sent as the cancel's payload, by which `order` shows it as ours
/// @param availableKrw the balance the cancel is bound to; every repeat has the same one
/// @param traceparent the trace of the request for the refund
public record CancelClaim(
        UUID refundId,
        UUID paymentId,
        long version,
        InFlight state,
        Amounts amounts,
        long availableKrw,
        String merchantAccountId,
        String cid,
        String tid,
        @Nullable String traceparent) {}
