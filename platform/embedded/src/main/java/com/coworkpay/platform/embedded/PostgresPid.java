package com.coworkpay.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The server process that `postmaster.pid` names, if it really is a PostgreSQL on this very folder: process
/// ids are used again, and nothing of somebody else's may be stopped.
final class PostgresPid {
    private PostgresPid() {}

    static Optional<ProcessHandle> of(Path data) {
        return named(data).filter(ProcessHandle::isAlive).filter(p -> servesFolder(p, data));
    }

    private static Optional<ProcessHandle> named(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException | RuntimeException absentOrHalfWritten) {
            return Optional.empty();
        }
    }

    private static boolean servesFolder(ProcessHandle process, Path data) {
        ProcessHandle.Info info = process.info();
        boolean isPostgres = info.command().orElse("").endsWith("postgres");
        return isPostgres && List.of(info.arguments().orElse(new String[0])).contains(data.toString());
    }
}
