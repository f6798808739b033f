package com.coworkpay.platform.embedded;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked once per user and version from the jar of this machine's platform, into a folder
/// that no cleaner of temporary files visits ([UserCache]).
///
/// They are unpacked into a folder of their own, which is then renamed: a reader sees all of it or nothing. One JVM at
/// a time unpacks, the others wait for it. The list of what was unpacked is written last; where it is absent, or a file
/// of it is missing or has another size, all is unpacked anew.
record PostgresBinaries(Path home) {
    /// Name of the folder; the version is part of it, so that an upgrade unpacks anew.
    private static final String FOLDER = "postgresql-18.4";

    private static final String UNPACKING = FOLDER + "-unpacking-";
    private static final String INCOMPLETE = FOLDER + "-incomplete-";
    private static final Object IN_THIS_JVM = new Object();

    static PostgresBinaries unpacked() {
        return unpackedIn(UserCache.folder());
    }

    static PostgresBinaries unpackedIn(Path parent) {
        Path home = parent.resolve(FOLDER);
        if (!Unpacked.isComplete(home)) {
            try {
                Files.createDirectories(parent);
                unpackAlone(parent, home);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL cannot be unpacked into " + home, e);
            }
        }
        return new PostgresBinaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    /// The lock is the operating system's, which takes it back however its holder ends.
    private static void unpackAlone(Path parent, Path home) throws IOException {
        synchronized (IN_THIS_JVM) {
            try (FileChannel channel = FileChannel.open(parent.resolve(FOLDER + ".lock"), CREATE, WRITE);
                    FileLock alone = channel.lock()) {
                if (alone.isValid() && !Unpacked.isComplete(home)) {
                    removeLeftovers(parent);
                    unpack(parent, home);
                }
            }
        }
    }

    /// Of JVMs that were killed while they unpacked.
    private static void removeLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(parent, FOLDER + "-{unpacking,incomplete}-*")) {
            leftovers.forEach(Folders::delete);
        }
    }

    private static void unpack(Path parent, Path home) throws IOException {
        Path fresh = Files.createTempDirectory(parent, UNPACKING);
        try (InputStream bundle = bundle();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bundle)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackOne(fresh, entry, tar);
            }
        }
        Unpacked.writeList(fresh);
        if (Files.exists(home)) {
            // A server that still runs on it keeps what it has open, and finds the rest under the same names.
            Path former = Files.move(home, Files.createTempDirectory(parent, INCOMPLETE), REPLACE_EXISTING);
            Files.move(fresh, home);
            Folders.delete(former);
        } else {
            Files.move(fresh, home);
        }
    }

    private static void unpackOne(Path root, TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("entry outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true, false)) {
                throw new IOException("cannot be made executable: " + target);
            }
        }
    }

    private static InputStream bundle() throws IOException {
        String name = "/postgres-" + platform() + ".txz";
        InputStream bundle = PostgresBinaries.class.getResourceAsStream(name);
        if (bundle == null) {
            throw new IOException("no PostgreSQL for this machine: " + name + " is not on the class path");
        }
        return bundle;
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        return (os.contains("mac") ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64");
    }
}
