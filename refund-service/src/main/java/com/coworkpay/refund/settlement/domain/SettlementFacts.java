package com.coworkpay.refund.settlement.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of an unsettled refund. Ages are computed by the database, on its clock, before the
/// order inquiry.
///
/// @param availableKrw the balance that its cancel was bound to
/// @param expectedKrw the balance that KakaoPay has if there are no cancels but those of the ledger
/// @param repeatDecline why a repeat was declined, if it was
/// @param quiet the quiet time since the last attempt is over and no bank's deal is open: nothing can be in flight
/// @param manyAttempts so many cancel attempts that it goes to manual review
/// @param overdue unsettled for so long that it goes to manual review
/// @param review why it is in manual review, if it is
public record SettlementFacts(
        RefundStatus status,
        long availableKrw,
        long expectedKrw,
        @Nullable Failure repeatDecline,
        boolean quiet,
        boolean manyAttempts,
        boolean overdue,
        @Nullable ReviewReason review) {}
