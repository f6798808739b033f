package com.coworkpay.reporting.rebuild;

/// `RUNNING` leads to one of the others, for ever.
enum RebuildState {
    RUNNING,
    /// Its generation answers.
    SWITCHED,
    /// It would have made a report that lacks something; the old generation goes on to answer.
    FAILED,
    /// An operator stopped it; the old generation goes on to answer.
    STOPPED
}
