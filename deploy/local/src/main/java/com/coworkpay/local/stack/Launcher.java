package com.coworkpay.local.stack;

import com.coworkpay.local.lifeline.Lifeline;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Starts parts as child processes that end with this one.
///
/// Ctrl-C goes to every process of the terminal; the shell in front makes the children deaf to it, so that the
/// supervisor alone decides in which order they end. The lifeline agent ends them if it dies without deciding.
final class Launcher {
    /// Settings exported in somebody's shell must not change what the stack does.
    private static final List<String> FOREIGN_SETTINGS =
            List.of("QUARKUS_", "COWORKPAY_", "KAFKA_", "MP_", "SMALLRYE_", "POSTGRES", "PG");

    private static final String DEAF_TO_THE_TERMINAL = "trap '' INT HUP QUIT; exec \"$0\" \"$@\"";

    private final String mark;
    private final ProcessBook book;

    Launcher(Path folder, ProcessBook book) {
        this.mark = markOf(folder);
        this.book = book;
    }

    static String markOf(Path folder) {
        return "-Dcoworkpay.stack=" + folder;
    }

    Process start(Part part) throws IOException {
        keepFormerLog(part.log());
        var builder = new ProcessBuilder(command(part))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(part.log().toFile()));
        var environment = builder.environment();
        environment.keySet().removeIf(Launcher::isForeign);
        environment.putAll(part.environment());
        var process = builder.start();
        book.add(ProcessRecord.of(part.name(), process.toHandle()));
        return process;
    }

    /// Why a part died is in the log it left behind.
    private static void keepFormerLog(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log)) {
            String name = log.getFileName().toString().replace(".log", ".previous.log");
            Files.move(log, log.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<String> command(Part part) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", DEAF_TO_THE_TERMINAL, java()));
        command.add(mark);
        lifelineJar().ifPresent(jar -> command.add("-javaagent:" + jar));
        command.addAll(part.arguments());
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean isForeign(String variable) {
        return FOREIGN_SETTINGS.stream().anyMatch(variable::startsWith);
    }

    /// Beside the jar that this class was loaded from; system tests, which run from a folder of classes, name that jar.
    private static Optional<Path> lifelineJar() {
        try {
            var source = Lifeline.class.getProtectionDomain().getCodeSource();
            Path from =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            Path jar = Path.of(System.getProperty("coworkpay.jar", from.toString()));
            String name = jar.getFileName().toString().replace(".jar", "-lifeline.jar");
            return Optional.of(jar.resolveSibling(name))
                    .filter(lifeline -> name.endsWith(".jar"))
                    .filter(Files::isRegularFile);
        } catch (URISyntaxException unusual) {
            return Optional.empty();
        }
    }
}
