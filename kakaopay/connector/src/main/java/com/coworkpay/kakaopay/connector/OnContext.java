package com.coworkpay.kakaopay.connector;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/// Brings a task back to the context its call was made on: answers must not surprise a caller that has state there (a
/// database session, a trace).
final class OnContext {

    private OnContext() {}

    /// At once where the thread is there already, or where the call was made outside Vert.x.
    static void run(@Nullable Context context, Runnable task) {
        if (context == null || Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(nothing -> task.run());
        }
    }
}
