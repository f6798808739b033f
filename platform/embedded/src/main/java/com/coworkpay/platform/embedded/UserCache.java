package com.coworkpay.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder of this user for what can be made again, but should not be taken away file by file: unlike a folder for
/// temporary files it is not cleaned by age.
final class UserCache {
    private static final String NAME = "coworkpay";

    private UserCache() {}

    static Path folder() {
        String home = System.getProperty("user.home");
        boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), NAME + "-" + System.getProperty("user.name"));
        return Stream.of(
                        absolute(System.getProperty("coworkpay.cache"), ""),
                        absolute(System.getenv("XDG_CACHE_HOME"), NAME),
                        absolute(home, (isMac ? "Library/Caches/" : ".cache/") + NAME))
                .flatMap(Optional::stream)
                .filter(UserCache::canBeWritten)
                .findFirst()
                .orElse(temporary);
    }

    private static Optional<Path> absolute(@Nullable String parent, String below) {
        return Optional.ofNullable(parent)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .map(path -> path.resolve(below));
    }

    /// A user without a home, as in many containers, has only the folder for temporary files.
    private static boolean canBeWritten(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException | SecurityException refused) {
            return false;
        }
    }
}
