package com.coworkpay.refund.refund.domain;

import com.coworkpay.refund.domain.Amounts;
import com.coworkpay.refund.domain.RefundState.InFlight;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The stored intention to cancel: whoever holds it makes one call, and may record its answer as long as the version
/// stands.
///
/// @param refundId travels as the cancel's payload, by which `order` shows it as ours
/// @param availableKrw the balance the cancel is bound to; every repeat has the same one
/// @param traceparent the trace of whoever asked for the refund
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
