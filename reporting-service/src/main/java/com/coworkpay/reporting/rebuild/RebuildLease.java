package com.coworkpay.reporting.rebuild.domain;

import java.util.UUID;

/// This process's lease of a running rebuild. With another holder the epoch grows, and this lease changes nothing more.
public record RebuildLease(UUID id, long epoch, RebuildPhase phase) {

    public RebuildLease in(RebuildPhase next) {
        return new RebuildLease(id, epoch, next);
    }
}
