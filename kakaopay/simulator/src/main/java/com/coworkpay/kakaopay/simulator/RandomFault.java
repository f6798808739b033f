package com.coworkpay.kakaopay.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A fault drawn by lot. The n-th call of an endpoint always gets the same lot from the same seed.
///
/// @param endpoint null: every endpoint
/// @param permille calls in a thousand; all rules of one endpoint together at most 1000
public record RandomFault(
        @Nullable Endpoint endpoint,
        FaultKind kind,
        int permille,
        @Nullable Integer code,
        @Nullable String methodResultCode,
        @Nullable Integer httpStatus,
        @Nullable Duration delay) {

    public RandomFault {
        if (permille < 0 || permille > 1000) {
            throw new IllegalArgumentException("permille must be 0 to 1000, not " + permille);
        }
        if (kind == FaultKind.HOLD_BEFORE_EFFECT
                || kind == FaultKind.HOLD_AFTER_EFFECT
                || kind == FaultKind.OPEN_DEAL) {
            throw new IllegalArgumentException(kind + " needs a release and cannot be drawn by lot");
        }
        if (code == null && (kind == FaultKind.CODE || kind == FaultKind.CODE_AFTER_EFFECT)) {
            throw new IllegalArgumentException(kind + " needs a code");
        }
    }

    public static RandomFault of(FaultKind kind, int permille) {
        return new RandomFault(null, kind, permille, null, null, null, null);
    }

    public RandomFault on(Endpoint endpoint) {
        return new RandomFault(endpoint, kind, permille, code, methodResultCode, httpStatus, delay);
    }

    public RandomFault delay(Duration delay) {
        return new RandomFault(endpoint, kind, permille, code, methodResultCode, httpStatus, delay);
    }

    /// For CODE and CODE_AFTER_EFFECT.
    public static RandomFault code(FaultKind kind, int permille, int code, @Nullable String methodResultCode) {
        return new RandomFault(null, kind, permille, code, methodResultCode, null, null);
    }

    /// The fault this rule plays on one call.
    public Fault onCall(Endpoint called) {
        return new Fault(called, null, null, kind, 1, code, methodResultCode, httpStatus, delay);
    }
}
