package com.coworkpay.platform.testkit;

import com.coworkpay.platform.embedded.EmbeddedPostgres;
import com.coworkpay.platform.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Temporary folders of servers, one parent per JVM, named after its process id. What a killed JVM left behind is
/// stopped and removed by the next one.
final class TestFolders {
    private static final String PREFIX = "coworkpay-test-";

    private TestFolders() {}

    static Path folder(String name) {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        removeOfDeadJvms(temp);
        Path mine = temp.resolve(PREFIX + ProcessHandle.current().pid()).resolve(name);
        try {
            Files.createDirectories(mine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mine;
    }

    private static void removeOfDeadJvms(Path temp) {
        try (Stream<Path> all = Files.list(temp)) {
            List<Path> dead = all.filter(TestFolders::belongsToADeadJvm).toList();
            for (Path folder : dead) {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Two JVMs may do so at once, or somebody else's folder may refuse: neither is this test's trouble.
    private static void remove(Path folder) {
        try {
            EmbeddedPostgres.stopOrphanOn(folder.resolve("postgres"));
            Folders.delete(folder);
        } catch (RuntimeException leftToTheNext) {
            System.err.println("cannot remove " + folder + ": " + leftToTheNext);
        }
    }

    private static boolean belongsToADeadJvm(Path folder) {
        String name = String.valueOf(folder.getFileName());
        if (!name.matches(PREFIX + "\\d{1,18}")) {
            return false;
        }
        return ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length()))).isEmpty();
    }
}
