package com.coworkpay.platform.observability;

import java.util.concurrent.atomic.AtomicInteger;

/// So many at once, whichever they are.
public final class Places<T> implements LeasedWorker.Capacity<T> {

    private final int all;
    private final AtomicInteger taken = new AtomicInteger();

    public Places(int all) {
        this.all = all;
    }

    @Override
    public int free() {
        return Math.max(0, all - taken.get());
    }

    @Override
    public void acquire(T piece) {
        taken.incrementAndGet();
    }

    @Override
    public void release(T piece) {
        taken.decrementAndGet();
    }
}
