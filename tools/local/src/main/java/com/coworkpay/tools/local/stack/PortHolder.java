package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Who listens on a port, as far as this user may see it: from `/proc` on Linux, from `lsof` elsewhere.
final class PortHolder {
    private static final String LISTENING = "0A";
    private static final int LSOF_LIMIT_S = 3;

    private PortHolder() {}

    /// For people: `java (process 123)`, or words for not knowing.
    static String of(int port) {
        return (Files.isReadable(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port))
                .orElse("another program (it belongs to another user, so its name cannot be seen)");
    }

    private static Optional<String> fromProc(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            sockets.addAll(listeningSockets(Path.of(table), port));
        }
        return ProcessHandle.allProcesses()
                .filter(process -> holdsAny(process.pid(), sockets))
                .findFirst()
                .map(PortHolder::described);
    }

    private static Set<String> listeningSockets(Path table, int port) {
        String address = ":%04X".formatted(port);
        var found = new HashSet<String>();
        try {
            for (String line : Files.readAllLines(table)) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > 9 && columns[1].endsWith(address) && columns[3].equals(LISTENING)) {
                    found.add("socket:[" + columns[9] + "]");
                }
            }
        } catch (IOException absent) {
            // A machine without IPv6 has no second table.
        }
        return found;
    }

    private static boolean holdsAny(long pid, Set<String> sockets) {
        try (var descriptors = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (sockets.contains(target(descriptor))) {
                    return true;
                }
            }
            return false;
        } catch (IOException notOursOrGone) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private static Optional<String> fromLsof(int port) {
        try {
            var lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                    .redirectErrorStream(true)
                    .start();
            String output = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!lsof.waitFor(LSOF_LIMIT_S, TimeUnit.SECONDS) || output.isEmpty()) {
                return Optional.empty();
            }
            return ProcessHandle.of(Long.parseLong(output.lines().findFirst().orElse("")))
                    .map(PortHolder::described);
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String described(ProcessHandle process) {
        String command = process.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString())
                .orElse("a program");
        return command + " (process " + process.pid() + ")";
    }
}
