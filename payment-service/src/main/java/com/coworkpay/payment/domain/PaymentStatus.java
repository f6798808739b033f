package com.coworkpay.payment.domain;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The stored name of each state of [PaymentState].
public enum PaymentStatus {
    CREATED,
    WAITING,
    APPROVING,
    UNKNOWN,
    PAID,
    CANCELED,
    FAILED,
    OVERPAID;

    /// What the payer sees. An overpayment is never published as paid: the payer sees the cancelled payment,
    /// and later its refund.
    public PublicStatus publicStatus() {
        return switch (this) {
            case CREATED, WAITING -> PublicStatus.PENDING;
            case APPROVING, UNKNOWN -> PublicStatus.PROCESSING;
            case PAID -> PublicStatus.SUCCEEDED;
            case CANCELED, OVERPAID -> PublicStatus.CANCELED;
            case FAILED -> PublicStatus.FAILED;
        };
    }

    /// Nothing the payer does can change it any more. (A late inquiry may still find overpaid money on a
    /// cancelled or failed payment.)
    public boolean isOver() {
        return switch (this) {
            case CREATED, WAITING, APPROVING, UNKNOWN -> false;
            case PAID, CANCELED, FAILED, OVERPAID -> true;
        };
    }

    /// An approve may be under way or may have taken effect.
    public boolean isUnsettled() {
        return this == APPROVING || this == UNKNOWN;
    }

    public static Set<PaymentStatus> unsettled() {
        return Arrays.stream(values()).filter(PaymentStatus::isUnsettled).collect(Collectors.toUnmodifiableSet());
    }
}
