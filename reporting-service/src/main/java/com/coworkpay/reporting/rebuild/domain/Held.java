package com.coworkpay.reporting.rebuild.domain;

import java.util.UUID;

/// A running rebuild in this process's hands. With another holder the epoch grows, and this one changes nothing more.
public record Held(UUID id, long epoch, RebuildPhase phase) {

    public Held in(RebuildPhase next) {
        return new Held(id, epoch, next);
    }
}
