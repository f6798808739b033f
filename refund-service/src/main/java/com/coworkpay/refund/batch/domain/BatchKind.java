package com.coworkpay.refund.batch.domain;

/// What a refund batch gives back.
public enum BatchKind {
    /// The tickets of an event.
    EVENT,
    /// What starts on a day, of one resource or of the whole location.
    DAY
}
