package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.CancellationReleased;
import com.coworkpay.contracts.PayableRef;
import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.contracts.Role;
import com.coworkpay.contracts.SetAsideReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of a cancellation without effect. Until it is ended it never changes.
///
/// @param contents a digest of all that the cancellation says
record SetAsideEntry(
        UUID id,
        String locationId,
        String cancellationId,
        PayableType payableType,
        String payableId,
        @Nullable UUID paymentId,
        SetAsideReason reason,
        String contents,
        Instant canceledAt,
        @Nullable Instant comparedWith,
        Role canceledByRole,
        @Nullable String orderState,
        @Nullable String choice,
        @Nullable Long choiceKrw,
        Instant setAsideAt,
        SetAsideStatus status,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String note) {

    public PayableRef payable() {
        return new PayableRef(locationId, payableType, payableId);
    }

    public CancellationReleased released(Instant at) {
        return new CancellationReleased(
                id,
                locationId,
                new RefundStateV1.Payable(payableType.name(), payableId),
                cancellationId,
                canceledAt,
                contents,
                reason.name(),
                at);
    }
}
