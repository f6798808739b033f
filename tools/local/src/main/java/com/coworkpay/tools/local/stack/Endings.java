package com.coworkpay.tools.local.stack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// What must be ended, last started first. It may all be ended at any moment, in the middle of the start too.
final class Endings implements AutoCloseable {
    private final Consumer<String> say;
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private boolean closed;

    Endings(Consumer<String> say) {
        this.say = say;
    }

    /// @throws StackException if all was ended in the meantime; this, too, is ended then
    void add(Runnable ending) {
        synchronized (endings) {
            if (!closed) {
                endings.push(ending);
                return;
            }
        }
        ending.run();
        throw new StackException("The stack was closed while it started.");
    }

    boolean areClosed() {
        synchronized (endings) {
            return closed;
        }
    }

    /// One that fails does not keep the others. A second caller waits until the first is done.
    @Override
    public synchronized void close() {
        List<Runnable> all;
        synchronized (endings) {
            closed = true;
            all = new ArrayList<>(endings);
            endings.clear();
        }
        for (Runnable ending : all) {
            try {
                ending.run();
            } catch (RuntimeException failed) {
                say.accept("While stopping: " + failed.getMessage());
            }
        }
    }
}
