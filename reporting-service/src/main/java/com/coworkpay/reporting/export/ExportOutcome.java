package com.coworkpay.reporting.export;

/// How an export came to its end: all of it sent, abandoned by its reader, or broken on our side.
enum ExportOutcome {
    COMPLETE,
    ABANDONED,
    BROKEN;

    static ExportOutcome of(boolean failed, boolean canceled) {
        return failed ? BROKEN : canceled ? ABANDONED : COMPLETE;
    }
}
