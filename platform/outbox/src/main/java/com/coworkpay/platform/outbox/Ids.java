package com.coworkpay.platform.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// Ids made before the first send, so that a repetition is recognised.
public final class Ids {
    private Ids() {}

    /// UUIDv7 (RFC 9562): ordered by time, growing within this process.
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
