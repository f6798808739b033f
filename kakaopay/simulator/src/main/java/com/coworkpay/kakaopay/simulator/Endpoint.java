package com.coworkpay.kakaopay.simulator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The four calls of KakaoPay's single payment that are simulated, the same in both generations.
public enum Endpoint {
    READY,
    APPROVE,
    CANCEL,
    ORDER;

    /// Last segment of the path, for instance `approve`.
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Null for a path that is none of the four.
    public static @Nullable Endpoint at(String path) {
        for (Endpoint endpoint : values()) {
            if (endpoint.path().equals(path)) {
                return endpoint;
            }
        }
        return null;
    }
}
