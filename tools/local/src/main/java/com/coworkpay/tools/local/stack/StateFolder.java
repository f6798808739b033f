package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/// The one folder in which a stack keeps everything; at most one stack runs on it.
///
/// The lock belongs to the operating system, which takes it back however the supervisor ends.
public final class StateFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel channel;

    private StateFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// `.coworkpay` in the checkout, unless the system property `coworkpay.state` names another folder (tests).
    public static Path of(Path root) {
        String named = System.getProperty("coworkpay.state");
        return named == null
                ? root.resolve(".coworkpay")
                : Path.of(named).toAbsolutePath().normalize();
    }

    public static StateFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new StackException("A stack is already running on " + folder
                        + ". Stop it there with Ctrl-C, or use it: ./coworkpay demo");
            }
            return new StateFolder(folder, channel);
        } catch (IOException failed) {
            throw new StackException("The state folder " + folder + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    /// Whether some stack runs on the folder now.
    public static boolean isInUse(Path folder) {
        if (!Files.exists(folder.resolve(LOCK))) {
            return false;
        }
        try (var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return !isLocked(channel);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProgram) {
            return false;
        }
    }

    /// Forgets everything but the lock and the supervisor's own log, which are in use.
    void forget() {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder) && !path.equals(folder.resolve(LOCK)) && !path.equals(supervisorLog(folder))) {
                    Files.delete(path);
                }
            }
        } catch (IOException failed) {
            throw new StackException("The state in " + folder + " cannot be deleted: " + failed.getMessage(), failed);
        }
    }

    public static Path supervisorLog(Path folder) {
        return folder.resolve("supervisor.log");
    }

    public Path path() {
        return folder;
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path simulator() {
        return folder.resolve("simulator");
    }

    Path keys() {
        return folder.resolve("keys");
    }

    Path portalFile() {
        return folder.resolve("portal.json");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path portsFile() {
        return folder.resolve("ports.properties");
    }

    Path baselinesFile() {
        return folder.resolve("baselines.sha256");
    }

    Path processesFile() {
        return folder.resolve("processes.tsv");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
