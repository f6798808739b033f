package com.coworkpay.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The files of one PostgreSQL in a folder of ours, and the commands that make, start and stop it.
///
/// ```text
/// folder/in-use              lock of the program that owns the server
/// folder/cluster/            PGDATA
/// folder/initialised         written last: without it the cluster is half made and is made again
/// folder/superuser.password  0600
/// folder/postgres.log
/// ```
record PostgresCluster(Path folder, PostgresBinaries binaries) {
    /// The longest start or stop: a crash recovery of a local database on a slow disk.
    private static final int WAIT_SECONDS = 120;

    Path data() {
        return folder.resolve("cluster");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    String superuserPassword() {
        try {
            return Files.readString(folder.resolve("superuser.password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void initialiseOnce(boolean durable) {
        if (Files.exists(folder.resolve("initialised"))) {
            return;
        }
        Folders.delete(data());
        Path password = writePassword();
        List<String> command = new ArrayList<>(List.of(binaries.program("initdb"), "-D", data().toString()));
        command.addAll(List.of("-U", "postgres", "-A", "scram-sha-256", "--pwfile=" + password));
        // The built-in provider sorts by code point on every operating system alike.
        command.addAll(List.of("-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (!durable) {
            command.add("--no-sync");
        }
        run(command);
        write(folder.resolve("initialised"), "PostgreSQL 18\n");
    }

    /// Settings are written anew at each start, so that a kept folder follows the program, not its first day.
    void configure(int port, boolean durable) {
        String onOff = durable ? "on" : "off";
        write(data().resolve("postgresql.conf"), """
                # Written at each start.
                listen_addresses = 'localhost'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                shared_buffers = 128MB
                shared_preload_libraries = 'pg_stat_statements'
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%u@%%d '
                lc_messages = 'C'
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                """.formatted(port, onOff, onOff, onOff));
    }

    void start() {
        List<String> command = new ArrayList<>(List.of(binaries.program("pg_ctl"), "start", "-w", "-s"));
        command.addAll(List.of("-t", "" + WAIT_SECONDS, "-D", data().toString(), "-l", log().toString()));
        run(command);
    }

    /// Ends sessions, writes a checkpoint, waits; immediate (with a crash recovery at the next start) if it hangs.
    void stop() {
        try {
            run(List.of(binaries.program("pg_ctl"), "stop", "-m", "fast", "-w", "-s", "-t", "30", "-D", data() + ""));
        } catch (IllegalStateException hangs) {
            if (PostgresPid.of(data()).isPresent()) {
                run(List.of(binaries.program("pg_ctl"), "stop", "-m", "immediate", "-w", "-s", "-D", data() + ""));
            }
        }
    }

    private Path writePassword() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        Path file = folder.resolve("superuser.password");
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(file, HexFormat.of().formatHex(random) + "\n");
        return file;
    }

    private void run(List<String> command) {
        List<String> whole = new ArrayList<>(command);
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses root; in a user namespace without a mapping root is nobody.
            whole.addAll(0, List.of("unshare", "-U"));
        }
        try {
            Process process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(WAIT_SECONDS + 30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + String.join(" ", whole));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", whole) + " failed:\n" + LogTail.of(log()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + whole.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
