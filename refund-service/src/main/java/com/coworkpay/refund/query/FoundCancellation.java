package com.coworkpay.refund.query;

import com.coworkpay.contracts.Role;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.refund.domain.Decision;
import com.coworkpay.refund.domain.RefundStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cancellation, and what became of it.
///
/// @param id its place in lists, among those that were received at the same moment
/// @param decisions one for each payment of the payable
record FoundCancellation(
        UUID id,
        String cancellationId,
        String payableType,
        String payableId,
        Instant canceledAt,
        String canceledBy,
        Role canceledByRole,
        Instant receivedAt,
        CancellationOutcome outcome,
        @Nullable UUID setAsideId,
        List<DecidedPayment> decisions) {

    /// @param refundStatus of the refund that the decision asked for
    record DecidedPayment(Decision decision, @Nullable RefundStatus refundStatus) {}

    PageCursor.InTime place() {
        return new PageCursor.InTime(receivedAt, id);
    }
}
