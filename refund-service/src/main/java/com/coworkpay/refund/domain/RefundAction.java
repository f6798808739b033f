package com.coworkpay.refund.domain;

/// What people and machines do here that leaves an audit row.
public enum RefundAction {
    REFUND_REQUESTED,
    /// Above the location's limit; also one of two approvals.
    REFUND_APPROVED,
    REFUND_DECLINED,
    /// Taken back by who asked for it.
    REFUND_WITHDRAWN,
    /// An order inquiry that a person asked for.
    INQUIRY_REQUESTED,
    /// Also refused: then with the code of the refusal.
    REFUND_RESOLVED,
    /// Above the location's limit: it waits for another person.
    RESOLUTION_PROPOSED,
    RESOLUTION_DECLINED,
    RESOLUTION_WITHDRAWN,
    /// By REST, as by event: it becomes one.
    BOOKING_CANCELED,
    BOOKING_MOVED,
    BOOKING_RESTORED,
    CANCELLATION_RELEASED,
    CANCELLATION_DISMISSED,
    SCHEDULE_CHANGED,
    /// There is no such schedule from a day on.
    SCHEDULE_REMOVED,
    BATCH_REQUESTED,
    /// The count and the sum of its dry run.
    BATCH_CONFIRMED,
    /// Above the location's limit; also one of two approvals.
    BATCH_APPROVED,
    BATCH_DECLINED,
    /// Taken back by who asked for it or confirmed it.
    BATCH_WITHDRAWN,
    BATCH_DISMISSED,
    BATCH_PAUSED,
    BATCH_RESUMED,
    BATCH_STOPPED,
    /// Its payments left as a file.
    BATCH_EXPORTED
}
