package com.coworkpay.tools.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Memory of a process, in KiB, as Linux counts it.
///
/// @param pssKb what it alone holds, and its share of what it shares with others
/// @param rssKb all of its pages that are in memory
record Memory(long pssKb, long rssKb) {
    static Memory of(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try {
            var lines = Files.readAllLines(rollup);
            return new Memory(value(lines.stream(), "Pss:"), value(lines.stream(), "Rss:"));
        } catch (IOException failed) {
            throw new UncheckedIOException(rollup + " cannot be read; memory is measured on Linux only", failed);
        }
    }

    double pssMb() {
        return pssKb / 1024.0;
    }

    private static long value(Stream<String> lines, String name) {
        return lines.filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
