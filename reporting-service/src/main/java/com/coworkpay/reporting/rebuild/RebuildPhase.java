package com.coworkpay.reporting.rebuild;

/// The steps of a running rebuild, each of which can be done again by another process.
enum RebuildPhase {
    /// The second side is emptied, and the consumers are set to feed it too.
    PREPARING,
    /// They feed it. Only now is it asked how far the topics go: what they handled before they knew lies before that.
    REPLAYING,
    /// The topics are read from the beginning up to there.
    READING
}
