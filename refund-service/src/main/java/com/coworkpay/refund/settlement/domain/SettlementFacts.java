package com.coworkpay.refund.settlement.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of an unsettled refund. Ages are computed by the database, on its clock,
/// before `order` is asked.
///
/// @param availableKrw the balance that its cancel was bound to
/// @param expectedKrw the balance that KakaoPay has if nothing moved but what the ledger knows
/// @param repeatDecline what a repeat was refused for, if it was
/// @param quiet nothing that was sent can be under way any more: so long since the last send, and no bank's deal open
/// @param sentOften so often that a person should know
/// @param overdue so long that a person should know
/// @param review why it is in manual review, if it is
public record SettlementFacts(
        RefundStatus status,
        long availableKrw,
        long expectedKrw,
        @Nullable Failure repeatDecline,
        boolean quiet,
        boolean sentOften,
        boolean overdue,
        @Nullable ReviewReason review) {}
