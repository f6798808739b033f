package com.coworkpay.refund.domain;

/// What people and machines do here that leaves an audit row.
public enum RefundAction {
    REFUND_REQUESTED,
    /// An order inquiry that a person asked for.
    INQUIRY_REQUESTED,
    /// Also refused: then with the code of the refusal.
    REFUND_RESOLVED,
    CANCELLATION_RELEASED,
    CANCELLATION_DISMISSED,
    SCHEDULE_CHANGED,
    /// There is no such schedule from a day on.
    SCHEDULE_REMOVED
}
