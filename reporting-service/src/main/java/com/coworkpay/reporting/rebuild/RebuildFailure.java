package com.coworkpay.reporting.rebuild;

/// Why a rebuild was given up.
enum RebuildFailure {
    /// The beginning of a topic that is kept for ever is gone.
    TOPIC_BEGINS_LATE,
    /// A topic ends before what was read of it already: it was made again.
    TOPIC_ENDS_EARLY
}
