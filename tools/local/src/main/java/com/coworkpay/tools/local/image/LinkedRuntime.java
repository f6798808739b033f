package com.coworkpay.tools.local.image;

import com.coworkpay.tools.local.stack.StackException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/// A Java runtime of the modules that the services use, linked from the JDK that runs this program.
///
/// @param folder its home
record LinkedRuntime(Path folder) {
    /// `jdk.jcmd` is for those who look into a running service, `jdk.localedata` for dates and amounts in Korean.
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.rmi",
            "java.security.jgss",
            "java.security.sasl",
            "java.sql",
            "java.transaction.xa",
            "java.xml",
            "jdk.crypto.ec",
            "jdk.jcmd",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /// @return whether it had to be linked
    boolean link() throws IOException {
        Path stamp = folder.resolveSibling("runtime.of");
        String of = Runtime.version() + " " + System.getProperty("java.home") + " " + MODULES;
        if (Files.exists(folder.resolve("bin/java"))
                && Files.exists(stamp)
                && Files.readString(stamp).equals(of)) {
            return false;
        }
        Folders.delete(folder);
        var said = new StringWriter();
        int ended = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new StackException("This JDK has no jlink."))
                .run(
                        new PrintWriter(said, true),
                        new PrintWriter(said, true),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--include-locales=en,ko",
                        "--compress=zip-6",
                        "--no-header-files",
                        "--no-man-pages",
                        // Distributions put their own list of certificate authorities into a JDK.
                        "--ignore-modified-runtime",
                        "--output",
                        folder.toString());
        if (ended != 0) {
            throw new StackException("jlink ended with " + ended + ":\n" + said);
        }
        Files.writeString(stamp, of);
        return true;
    }
}
