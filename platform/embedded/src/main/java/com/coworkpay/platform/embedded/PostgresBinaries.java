package com.coworkpay.platform.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked once per user and version from the jar of this machine's platform.
///
/// They are unpacked into a folder of their own, which is then renamed: a reader sees all of it or nothing, so
/// that any number of JVMs may start at once and a JVM killed while unpacking leaves no half installation.
record PostgresBinaries(Path home) {
    /// Name of the folder; the version is part of it, so that an upgrade unpacks anew.
    private static final String FOLDER = "postgresql-18.4";

    static PostgresBinaries unpacked() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"), "coworkpay-" + System.getProperty("user.name"));
        Path home = parent.resolve(FOLDER);
        if (!Files.isDirectory(home)) {
            try {
                Files.createDirectories(parent);
                unpack(parent, home);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL cannot be unpacked into " + home, e);
            }
        }
        return new PostgresBinaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path parent, Path home) throws IOException {
        Path fresh = Files.createTempDirectory(parent, FOLDER + "-unpacking-");
        try (InputStream bundle = bundle();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bundle)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackOne(fresh, entry, tar);
            }
        }
        try {
            Files.move(fresh, home);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException anotherWasFaster) {
            Folders.delete(fresh);
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
