package com.coworkpay.refund.batch.domain;

import java.util.Set;

/// Where a refund batch is. The same table as the database's trigger; a test compares the two.
///
/// ```
///  COUNTING ─▶ DRY_RUN ─▶ AWAITING_APPROVAL ─▶ RUNNING ⇄ PAUSED ─▶ DONE, STOPPED
///     ▲           │ the payments have changed
///     └───────────┘          one that does not run may also end: DISMISSED, DECLINED, EXPIRED
/// ```
public enum BatchStatus {
    /// Its payments are being counted. One of a day waits here until the location's zone is known, and one whose event
    /// or day has another batch that is not over, for that one's end.
    COUNTING,
    /// Counted; a person has to confirm the count and the sum.
    DRY_RUN,
    /// Confirmed, and above the location's limit.
    AWAITING_APPROVAL,
    RUNNING,
    /// By a person: what was requested goes on, nothing more is requested.
    PAUSED,
    /// Each payment was refunded, has failed, is in manual review or was left out.
    DONE,
    /// By a person: as paused, for good.
    STOPPED,
    /// By a person, before it ran; also by the one who asked for it.
    DISMISSED,
    /// A second person did not approve it.
    DECLINED,
    /// Nobody confirmed or approved it in time.
    EXPIRED;

    public boolean isOver() {
        return next().isEmpty();
    }

    public boolean mayBecome(BatchStatus other) {
        return next().contains(other);
    }

    private Set<BatchStatus> next() {
        return switch (this) {
            case COUNTING -> Set.of(DRY_RUN, AWAITING_APPROVAL, RUNNING, DONE, DISMISSED, EXPIRED);
            case DRY_RUN -> Set.of(COUNTING, AWAITING_APPROVAL, RUNNING, DISMISSED, EXPIRED);
            case AWAITING_APPROVAL -> Set.of(RUNNING, DISMISSED, DECLINED, EXPIRED);
            case RUNNING -> Set.of(PAUSED, STOPPED, DONE);
            case PAUSED -> Set.of(RUNNING, STOPPED, DONE);
            case DONE, STOPPED, DISMISSED, DECLINED, EXPIRED -> Set.of();
        };
    }
}
