package com.coworkpay.reporting.export;

/// How an export came to its end: all of it sent, abandoned by its reader, or broken on our side.
enum ExportEnd {
    COMPLETE,
    ABANDONED,
    BROKEN;

    static ExportEnd of(boolean failed, boolean canceled) {
        return failed ? BROKEN : canceled ? ABANDONED : COMPLETE;
    }
}
