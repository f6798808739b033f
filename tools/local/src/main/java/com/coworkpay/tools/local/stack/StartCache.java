package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;

/// The ahead-of-time cache of one program (JEP 483, 515): classes loaded, linked and profiled before it starts.
///
/// A checksum stands beside it: the JVM tells a cache of other jars, flags or another JDK by itself, a damaged one it
/// may only tell by crashing.
///
/// @param folder where it is
/// @param program whose it is
public record StartCache(Path folder, String program) {
    /// What is smaller holds next to nothing: under load, builds were seen to end well and leave an empty file.
    public static final long MIN_BYTES = 16L * 1024 * 1024;

    public Path file() {
        return folder.resolve(program + ".aot");
    }

    /// What a training run writes down.
    public Path recording() {
        return folder.resolve(program + ".aotconf");
    }

    /// Where a new one is made, before it takes the place of the old one.
    public Path fresh() {
        return folder.resolve(program + ".aot.new");
    }

    private Path checksum() {
        return folder.resolve(program + ".aot.crc32c");
    }

    /// Whether it is there, and as it was made.
    public boolean isWhole() {
        try {
            return Files.size(file()) >= MIN_BYTES
                    && Files.readString(checksum()).equals(checksumOf(file()));
        } catch (NoSuchFileException absent) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The new one takes the place of the old one.
    public void replace() throws IOException {
        Files.deleteIfExists(checksum());
        Files.move(fresh(), file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(checksum(), checksumOf(file()));
    }

    private static String checksumOf(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var sum = new CRC32C();
            sum.update(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            return Long.toHexString(sum.getValue());
        }
    }
}
