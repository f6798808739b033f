package com.coworkpay.platform.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/// Follows a keyset file: looks at its change time at most once a second, and at once when something does not open,
/// as the key may have come a moment ago. A file that cannot be read later leaves the former keys in use.
final class KeysetFileSealer implements Sealer {

    private static final System.Logger LOG = System.getLogger(KeysetFileSealer.class.getName());

    private static final long CHECK_AFTER_NANOS = Duration.ofSeconds(1).toNanos();

    private record Loaded(Envelope envelope, FileTime changedAt) {}

    private final Path file;
    private volatile Loaded loaded;
    private volatile long checkedAtNanos = System.nanoTime();

    KeysetFileSealer(Path file) {
        this.file = file;
        this.loaded = load();
    }

    @Override
    public byte[] seal(SecretText plain, String associatedData) {
        return current().seal(plain, associatedData);
    }

    @Override
    public SecretText open(byte[] sealed, String associatedData) {
        Envelope used = current();
        try {
            return used.open(sealed, associatedData);
        } catch (SealBrokenException e) {
            followFile();
            Envelope newer = loaded.envelope();
            if (newer == used) {
                throw e;
            }
            return newer.open(sealed, associatedData);
        }
    }

    @Override
    public boolean isOutdated(byte[] sealed) {
        return current().isOutdated(sealed);
    }

    private Envelope current() {
        if (System.nanoTime() - checkedAtNanos >= CHECK_AFTER_NANOS) {
            followFile();
        }
        return loaded.envelope();
    }

    private synchronized void followFile() {
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
    private Loaded load() {
        try {
            FileTime changedAt = Files.getLastModifiedTime(file);
            return new Loaded(new Envelope(Keysets.read(file)), changedAt);
        } catch (IOException e) {
            throw new KeysetException("The keyset file cannot be read: " + file, e);
        }
    }
}
