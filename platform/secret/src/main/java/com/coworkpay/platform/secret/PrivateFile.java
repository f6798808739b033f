package com.coworkpay.platform.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes a file that only its owner may read, whole or not at all: a reader never sees half of it.
final class PrivateFile {

    private PrivateFile() {}

    static void create(Path file, String content) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.move(written(file, content), file);
    }

    static void replace(Path file, String content) throws IOException {
        Files.move(written(file, content), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Beside the file itself: a move is atomic only within one file system.
    private static Path written(Path file, String content) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".keyset", ".tmp", ownerOnly());
        return Files.writeString(draft, content);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
