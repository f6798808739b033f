package com.coworkpay.kakaopay.simulator;

import java.util.Locale;

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
}
