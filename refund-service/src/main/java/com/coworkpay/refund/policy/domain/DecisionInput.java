package com.coworkpay.refund.policy.domain;

import com.coworkpay.refund.domain.ApprovalLimit;
import com.coworkpay.refund.domain.LedgerAmounts;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The whole input of a decision. Nothing else decides.
///
/// @param terms known ones, unless it is an overpayment
/// @param start absent where the payable has none, or it is not known
/// @param isStartPending it is of a full day, and the opening hours of that day are not known yet
/// @param automaticRefunds the location's switch at the moment of the decision
/// @param earlier the refund of this payment by a cancellation or batch before
/// @param refunds how many refunds of whatever origin the payment has had
/// @param approvalLimit the location's at the moment of the decision
public record DecisionInput(
        RefundTrigger trigger,
        Terms terms,
        LedgerAmounts ledger,
        Instant approvedAt,
        @Nullable Start start,
        boolean isStartPending,
        ZoneId zone,
        boolean automaticRefunds,
        EarlierRefund earlier,
        long refunds,
        ApprovalLimit approvalLimit) {

    /// @throws IllegalArgumentException for a cancellation by terms that this process does not know
    public DecisionInput {
        if (trigger instanceof RefundTrigger.Canceled && !terms.areKnown()) {
            throw new IllegalArgumentException("the terms of the payment are not known");
        }
    }
}
