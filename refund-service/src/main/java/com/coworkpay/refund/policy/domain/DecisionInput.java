package com.coworkpay.refund.policy.domain;

import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.PayableType;
import com.coworkpay.refund.domain.Role;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The whole input of a decision. Nothing else decides.
///
/// @param ownerRole will pick the opening hours of full-day bookings
/// @param start absent where the payable has none, or it is not known
/// @param automaticRefunds the location's switch at the moment of the decision
/// @param earlier the refund of this payment by a cancellation or batch before
/// @param refunds how many refunds of whatever origin the payment has had
public record DecisionInput(
        RefundTrigger trigger,
        PayableType type,
        Ledger ledger,
        Instant approvedAt,
        @Nullable Policy policy,
        Role ownerRole,
        @Nullable Start start,
        ZoneId zone,
        boolean automaticRefunds,
        EarlierRefund earlier,
        long refunds) {}
