package com.coworkpay.payment.settlement;

import com.coworkpay.platform.observability.LeasedWorker;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The capacity of this process's worker: how many payments it may have in flight, and how many of one merchant
/// account. An account whose calls hang uses at most its half, so that all others are checked on time.
final class WorkerCapacity implements LeasedWorker.Capacity<DuePayment> {

    private final int all;
    private final int perAccount;
    private final Map<String, Integer> taken = new HashMap<>();

    WorkerCapacity(int all) {
        this.all = all;
        this.perAccount = (all + 1) / 2;
    }

    /// Of whichever accounts.
    @Override
    public synchronized int free() {
        int inFlight = taken.values().stream().mapToInt(Integer::intValue).sum();
        int busiest = taken.values().stream()
                .mapToInt(Integer::intValue)
                .filter(count -> count < perAccount)
                .max()
                .orElse(0);
        return Math.max(0, Math.min(all - inFlight, perAccount - busiest));
    }

    /// The accounts that have used up their share.
    synchronized Set<String> busyAccounts() {
        return taken.entrySet().stream()
                .filter(each -> each.getValue() >= perAccount)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void acquire(DuePayment taken) {
        acquire(taken.payment().merchantAccountId());
    }

    @Override
    public void release(DuePayment done) {
        release(done.payment().merchantAccountId());
    }

    synchronized void acquire(String account) {
        taken.merge(account, 1, Integer::sum);
    }

    synchronized void release(String account) {
        taken.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    }
}
