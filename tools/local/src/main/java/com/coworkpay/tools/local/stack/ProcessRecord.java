package com.coworkpay.tools.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A process that the stack started, as written down in its folder.
///
/// A process id alone is no proof: ids are used again. A process is taken for ours only if it also started at the
/// noted moment and, where the system shows command lines, carries this stack's mark.
///
/// @param name the part of the stack
/// @param pid its process id
/// @param startedAt when it started, by the operating system
record ProcessRecord(String name, long pid, Instant startedAt) {
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    static ProcessRecord of(String name, ProcessHandle process) {
        return new ProcessRecord(
                name, process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    static ProcessRecord parsed(String line) {
        String[] columns = line.split("\t", -1);
        return new ProcessRecord(columns[0], Long.parseLong(columns[1]), Instant.parse(columns[2]));
    }

    String line() {
        return name + "\t" + pid + "\t" + startedAt;
    }

    /// The living process that is really this one.
    Optional<ProcessHandle> alive(String mark) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> isOurs(process, mark));
    }

    private boolean isOurs(ProcessHandle process, String mark) {
        var info = process.info();
        boolean sameStart = info.startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
        boolean sameMark = info.commandLine().map(line -> line.contains(mark)).orElse(true);
        return sameStart && sameMark;
    }
}
