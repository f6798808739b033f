package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The list of processes that this stack started, kept in its folder, so that the next start finds what a killed
/// supervisor left running.
final class ProcessRegistry {
    private static final int POLITE_LIMIT_S = 10;

    private final Path file;
    private final String mark;
    private final List<ProcessRecord> running = new ArrayList<>();

    /// @param mark stands in the command line of every process of this stack and of no other
    ProcessRegistry(Path file, String mark) {
        this.file = file;
        this.mark = mark;
    }

    synchronized void add(ProcessRecord process) {
        running.removeIf(known -> known.alive(mark).isEmpty());
        running.add(process);
        save();
    }

    /// Ends what the last supervisor left running and returns the names of what that was.
    List<String> stopLeftovers() {
        var leftovers =
                read().stream().filter(known -> known.alive(mark).isPresent()).toList();
        leftovers.forEach(known -> known.alive(mark).ifPresent(ProcessHandle::destroy));
        leftovers.forEach(this::awaitEnd);
        return leftovers.stream()
                .map(known -> known.name() + " (process " + known.pid() + ")")
                .toList();
    }

    private void awaitEnd(ProcessRecord leftover) {
        leftover.alive(mark).ifPresent(process -> {
            if (!endsWithin(process)) {
                process.destroyForcibly();
                endsWithin(process);
            }
        });
    }

    private static boolean endsWithin(ProcessHandle process) {
        try {
            process.onExit().get(POLITE_LIMIT_S, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stubborn) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<ProcessRecord> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(ProcessRecord::parsed)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void save() {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, running.stream().map(ProcessRecord::line).toList());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
