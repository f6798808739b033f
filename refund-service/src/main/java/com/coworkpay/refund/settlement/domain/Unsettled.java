package com.coworkpay.refund.settlement.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.RefundStatus;
import org.jspecify.annotations.Nullable;

/// What the rules need to know of a refund that settlement looks at. Ages are computed by the database, on its clock,
/// before `order` is asked.
///
/// @param availableKrw the balance that its cancel was bound to
/// @param finalRefusal what a repeat was refused for, if it was
/// @param sendsLeft another cancel may be sent
/// @param quiet thirty seconds since the last send: it cannot be under way any more
/// @param overdue a person should know
/// @param abandoned so long since the last send that it may be given up, if the money is still there
public record Unsettled(
        RefundStatus status,
        long availableKrw,
        @Nullable Failure finalRefusal,
        boolean sendsLeft,
        boolean quiet,
        boolean overdue,
        boolean abandoned) {}
