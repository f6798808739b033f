package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Starts parts as child processes that end with this one.
///
/// Ctrl-C goes to every process of the terminal; the shell in front makes the children deaf to it, so that the
/// supervisor alone decides in which order they end. The lifeline ends them if it dies without deciding.
final class Launcher {
    /// Settings exported in somebody's shell must not change what the stack does.
    private static final List<String> FOREIGN_SETTINGS =
            List.of("QUARKUS_", "COWORKPAY_", "KAFKA_", "MP_", "SMALLRYE_", "POSTGRES", "PG");

    /// Waits on standard input, a pipe that only the supervisor holds open and never writes to. It is closed with the
    /// supervisor, or by the supervisor when it ends the child; then the child is ended in good order, or by force
    /// when its time is over.
    private static final String LIFELINE = """
            read -r nothing
            kill "$1" || exit
            second=0
            while [ "$second" -lt "$2" ]; do
                sleep 1
                kill -0 "$1" || exit
                second=$((second + 1))
            done
            kill -9 "$1"
            """;

    private static final String ON_A_LIFELINE = """
            trap '' INT HUP QUIT
            exec 3<&0
            limit=$1
            shift
            /bin/sh -c "$0" lifeline $$ "$limit" <&3 3<&- >/dev/null 2>&1 &
            exec "$@" 3<&- </dev/null
            """;

    private final String mark;
    private final ProcessRegistry book;

    Launcher(Path folder, ProcessRegistry book) {
        this.mark = markOf(folder);
        this.book = book;
    }

    static String markOf(Path folder) {
        return "-Dcoworkpay.stack=" + folder;
    }

    Process start(ProcessSpec part) throws IOException {
        keepPreviousLog(part.log());
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
    private static void keepPreviousLog(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log)) {
            String name = log.getFileName().toString().replace(".log", ".previous.log");
            Files.move(log, log.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<String> command(ProcessSpec part) {
        var program = part.program();
        var command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                ON_A_LIFELINE,
                LIFELINE,
                "" + program.endLimit().toSeconds(),
                program.java().toString()));
        command.add(mark);
        command.addAll(program.arguments());
        return command;
    }

    private static boolean isForeign(String variable) {
        return FOREIGN_SETTINGS.stream().anyMatch(variable::startsWith);
    }
}
