package com.coworkpay.refund.comparison;

/// Of a comparison of a period.
enum ComparisonStatus {
    RUNNING,
    /// Each payment was compared, or could not be.
    DONE,
    /// A person stopped it.
    STOPPED
}
