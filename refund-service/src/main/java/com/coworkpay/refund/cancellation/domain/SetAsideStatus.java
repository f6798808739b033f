package com.coworkpay.refund.cancellation.domain;

/// What has become of a set-aside cancellation.
public enum SetAsideStatus {
    /// It waits for a person.
    OPEN,
    /// A person let it through: it counts.
    RELEASED,
    /// A person decided that it never counts.
    DISMISSED
}
