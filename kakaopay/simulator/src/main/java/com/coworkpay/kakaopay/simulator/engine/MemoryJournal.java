package com.coworkpay.kakaopay.simulator.engine;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Keeps nothing: the engine's own memory is all there is.
public final class MemoryJournal implements Journal {

    @Override
    public void replay(Consumer<Entry> reader) {}

    @Override
    public void append(Entry entry) {}

    @Override
    public CompletableFuture<Void> durable() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void clear() {}

    @Override
    public void close() {}
}
