package com.coworkpay.kakaopay.connector;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Takes the first of several possible ends (answer, time-out, lost connection) and ignores the others.
final class SingleCompletion<T> {

    private final Consumer<T> receiver;
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile Runnable cleanUp = () -> {};

    SingleCompletion(Consumer<T> receiver) {
        this.receiver = receiver;
    }

    /// Set before the first possible end.
    void whenComplete(Runnable task) {
        cleanUp = task;
    }

    void complete(T value) {
        if (done.compareAndSet(false, true)) {
            cleanUp.run();
            receiver.accept(value);
        }
    }

    boolean isDone() {
        return done.get();
    }
}
