package com.coworkpay.reporting.rebuild;

import java.util.UUID;

/// This process's lease of a running rebuild. With another holder the epoch grows, and this lease changes nothing more.
record RebuildLease(UUID id, long epoch, RebuildPhase phase) {

    /// The rebuild is not this process's any more: another one has it, or an operator stopped it.
    static final class LostException extends RuntimeException {
        LostException() {
            super("the rebuild is in other hands", null, false, false);
        }
    }

    RebuildLease in(RebuildPhase next) {
        return new RebuildLease(id, epoch, next);
    }
}
