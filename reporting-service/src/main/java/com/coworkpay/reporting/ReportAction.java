package com.coworkpay.reporting;

/// What people do here that leaves an audit row.
public enum ReportAction {
    /// Transactions left as a file, with the filter.
    EXPORTED,
    REBUILD_REQUESTED,
    REBUILD_STOPPED
}
