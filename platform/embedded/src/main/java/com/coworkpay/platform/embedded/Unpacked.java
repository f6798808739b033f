package com.coworkpay.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The list of what was unpacked into a folder: each file with its size, a link with nothing. A cleaner takes files one
/// by one, so that the folder alone proves nothing.
final class Unpacked {
    private static final String LIST = "unpacked.list";

    private Unpacked() {}

    static boolean isComplete(Path home) {
        try {
            List<String> lines = Files.readAllLines(home.resolve(LIST));
            return !lines.isEmpty() && lines.stream().allMatch(line -> isThere(home, line));
        } catch (IOException absentOrUnreadable) {
            return false;
        }
    }

    static void writeList(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            Files.write(
                    home.resolve(LIST),
                    all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                            .map(path -> line(home, path))
                            .sorted()
                            .toList());
        }
    }

    private static String line(Path home, Path path) {
        return (isLink(path) ? "link" : "" + size(path)) + " " + home.relativize(path);
    }

    private static boolean isThere(Path home, String line) {
        Path path = home.resolve(line.substring(line.indexOf(' ') + 1));
        return (isLink(path) || Files.isRegularFile(path)) && line(home, path).equals(line);
    }

    private static boolean isLink(Path path) {
        return Files.isSymbolicLink(path);
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
