package com.coworkpay.tools.local.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders that are the same files under another name: hard links, so that times and contents cannot differ.
final class Folders {
    private Folders() {}

    /// Makes `to` hold what `from` holds, and nothing else.
    static void mirror(Path from, Path to) throws IOException {
        delete(to);
        try (var all = Files.walk(from)) {
            all.forEach(path -> {
                try {
                    Path there = to.resolve(from.relativize(path).toString());
                    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                        Files.createDirectories(there);
                    } else {
                        Files.createLink(there, path);
                    }
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }

    static void link(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        Files.createLink(to, from);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
