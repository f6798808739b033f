package com.coworkpay.refund.query;

import com.coworkpay.contracts.Role;
import com.coworkpay.refund.cancellation.SetAsideStatus;
import com.coworkpay.refund.domain.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cancellation, and what became of it.
///
/// @param isPaid a payment is known for what was cancelled
/// @param decisions one for each payment of the payable
record FoundCancellation(
        String cancellationId,
        String payableType,
        String payableId,
        Instant canceledAt,
        Role canceledByRole,
        Instant receivedAt,
        boolean isRestored,
        boolean isPaid,
        @Nullable UUID setAsideId,
        @Nullable SetAsideStatus setAsideStatus,
        List<Decision> decisions) {}
