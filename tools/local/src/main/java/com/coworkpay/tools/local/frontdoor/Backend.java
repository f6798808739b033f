package com.coworkpay.tools.local.frontdoor;

/// One process of a service, as it looks from outside.
final class Backend {
    private final int port;
    private volatile boolean ready = true;
    private volatile boolean asked;

    Backend(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /// Whether it said so when it was asked last, and has not refused a connection since.
    boolean isReady() {
        return ready;
    }

    void ready(boolean now) {
        ready = now;
    }

    /// @return whether this question may be put: there is at most one at a time
    boolean beginAsking() {
        if (asked) {
            return false;
        }
        asked = true;
        return true;
    }

    void answered(boolean now) {
        ready = now;
        asked = false;
    }
}
