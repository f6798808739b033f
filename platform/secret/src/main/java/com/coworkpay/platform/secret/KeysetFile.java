package com.coworkpay.platform.secret;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Follows a keyset file: looks at its change time at most once a second, and at once when something does not fit,
/// as the key may have come a moment ago. A file that cannot be read later leaves the former keys in use.
///
/// @param <T> what the keys are used by
final class KeysetFile<T> {

    private static final System.Logger LOG = System.getLogger(KeysetFile.class.getName());

    private static final long CHECK_AFTER_NANOS = Duration.ofSeconds(1).toNanos();

    private record Loaded<T>(T keys, FileTime changedAt) {}

    private final Path file;
    private final Function<KeysetHandle, T> use;
    private volatile Loaded<T> loaded;
    private volatile long checkedAtNanos = System.nanoTime();

    /// @param use throws a [KeysetException] for a keyset that it cannot use
    KeysetFile(Path file, Function<KeysetHandle, T> use) {
        this.file = file;
        this.use = use;
        this.loaded = load();
    }

    T current() {
        if (System.nanoTime() - checkedAtNanos >= CHECK_AFTER_NANOS) {
            follow();
        }
        return loaded.keys();
    }

    /// What came after those keys; empty if they are still the newest.
    Optional<T> newerThan(T used) {
        follow();
        return Optional.of(loaded.keys()).filter(newest -> newest != used);
    }

    private synchronized void follow() {
        checkedAtNanos = System.nanoTime();
        try {
            if (!Files.getLastModifiedTime(file).equals(loaded.changedAt())) {
                loaded = load();
            }
        } catch (IOException | KeysetException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The keyset file cannot be read again; the keys read before stay in use: " + file,
                    e);
        }
    }

    /// The change time is taken before the content: a change in between is seen at the next look.
    private Loaded<T> load() {
        try {
            FileTime changedAt = Files.getLastModifiedTime(file);
            return new Loaded<>(use.apply(Keysets.read(file)), changedAt);
        } catch (IOException e) {
            throw new KeysetException("The keyset file cannot be read: " + file, e);
        }
    }
}
