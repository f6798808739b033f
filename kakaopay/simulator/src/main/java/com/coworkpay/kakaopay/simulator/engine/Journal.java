package com.coworkpay.kakaopay.simulator.engine;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Where entries are kept. Appending is cheap and in order; [#durable] says when all so far are safe.
public interface Journal extends AutoCloseable {

    /// Reads what was kept, oldest first. Called once, before the first append.
    void replay(Consumer<Entry> reader) throws IOException;

    void append(Entry entry);

    /// Completes when everything appended until now survives a crash; fails when it cannot be written.
    CompletableFuture<Void> durable();

    /// Forgets everything.
    void clear() throws IOException;

    @Override
    void close() throws IOException;
}
