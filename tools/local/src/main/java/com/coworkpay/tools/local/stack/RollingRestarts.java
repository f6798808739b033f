package com.coworkpay.tools.local.stack;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// Restarts processes one after the other, each only when the one before is ready again. One that does not come back
/// ends it.
final class RollingRestarts {
    private final StackSettings settings;
    private final Function<String, List<ProcessSupervisor>> processesOf;
    private final AtomicBoolean underWay = new AtomicBoolean();

    RollingRestarts(StackSettings settings, Function<String, List<ProcessSupervisor>> processesOf) {
        this.settings = settings;
        this.processesOf = processesOf;
    }

    void restart(List<String> services, Consumer<String> progress) {
        if (!underWay.compareAndSet(false, true)) {
            throw new StackException("A rolling restart is under way already.");
        }
        try {
            if (settings.replicas() == 1) {
                progress.accept("Each service has one process: requests to it fail while it restarts."
                        + " Start the stack with --replicas 2, and none does.");
            }
            for (String service : services) {
                processesOf.apply(service).forEach(process -> restart(process, progress));
            }
        } finally {
            underWay.set(false);
        }
    }

    private void restart(ProcessSupervisor process, Consumer<String> progress) {
        var restarted = process.restart(settings.startLimit());
        progress.accept("  %-22s ended in %4.1f s, ready again after %4.1f s (process %d)"
                .formatted(
                        process.name(),
                        restarted.end().toMillis() / 1000.0,
                        restarted.start().toMillis() / 1000.0,
                        process.pid()));
    }
}
