package com.coworkpay.tools.local.chaos;

import java.util.Map;

/// What happens to the stack while members live.
interface FaultSchedule {
    /// Until [#stop], or until all of it was made. Everything runs when it has ended; a part that does not come back
    /// fails the whole run.
    void make() throws InterruptedException;

    void stop();

    /// What was done, and how often.
    Map<String, Integer> made();
}
