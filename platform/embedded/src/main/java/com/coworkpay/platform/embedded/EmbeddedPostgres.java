package com.coworkpay.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;

/// A PostgreSQL 18 of our own on localhost, as root and as anybody.
///
/// The folder is kept: databases are there again at the next start, after a kill too. One program owns a folder
/// at a time; what a killed one left running on it is stopped first. Sign-in is by password (SCRAM), so that a
/// service cannot look into another's database by mistake.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final PostgresCluster cluster;
    private final FolderLock lock;
    private final int port;
    private final long pid;
    private final Thread atExit = new Thread(this::stopAndUnlock, "embedded-postgres-stop");

    private boolean closed;

    private EmbeddedPostgres(PostgresCluster cluster, FolderLock lock, int port, long pid) {
        this.cluster = cluster;
        this.lock = lock;
        this.port = port;
        this.pid = pid;
    }

    /// Starts and waits until it answers (about one second; two for a new folder).
    ///
    /// @param dataFolder kept if it exists
    /// @param port 0 for a free one
    /// @param durable fsync, synchronous_commit and full_page_writes on: the local stack and benchmarks need it, a
    ///     throw-away test database does not
    public static EmbeddedPostgres start(Path dataFolder, int port, boolean durable) {
        Path folder = Folders.made(dataFolder);
        FolderLock lock = FolderLock.of(folder);
        try {
            PostgresCluster cluster = new PostgresCluster(folder, PostgresBinaries.unpacked());
            stopOrphan(cluster);
            cluster.initialiseOnce(durable);
            int actualPort = Ports.orFree(port);
            cluster.configure(actualPort, durable);
            cluster.start();
            long pid = PostgresPid.of(cluster.data())
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL died:\n" + LogTail.of(cluster.log())))
                    .pid();
            EmbeddedPostgres started = new EmbeddedPostgres(cluster, lock, actualPort, pid);
            Runtime.getRuntime().addShutdownHook(started.atExit);
            return started;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// What a killed program left running on the folder is stopped; the file of a server that died is removed, as
    /// its process id may belong to anybody by now.
    private static void stopOrphan(PostgresCluster cluster) {
        if (PostgresPid.of(cluster.data()).isPresent()) {
            cluster.stop();
        }
        try {
            Files.deleteIfExists(cluster.data().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Stops what a killed program left running on the folder, without starting anything. Nothing happens where
    /// the folder is absent or in use by a living program.
    public static void stopOrphanOn(Path dataFolder) {
        if (Files.isDirectory(dataFolder)) {
            try (FolderLock held = FolderLock.of(Folders.made(dataFolder))) {
                stopOrphan(new PostgresCluster(held.folder(), PostgresBinaries.unpacked()));
            } catch (IllegalStateException inUse) {
                // Its owner is alive.
            }
        }
    }

    public int port() {
        return port;
    }

    /// Of the postmaster.
    public long pid() {
        return pid;
    }

    /// Without user and password.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /// For Vert.x and Quarkus' reactive client, without user and password.
    public String reactiveUrl(String database) {
        return "postgresql://localhost:" + port + "/" + database;
    }

    /// A connection of the superuser `postgres`; the caller closes it.
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", cluster.superuserPassword());
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    /// Of the user `postgres`.
    public String superuserPassword() {
        return cluster.superuserPassword();
    }

    /// Makes role and database if they are missing, and sets the role's password. Nobody but the owner may connect.
    /// The extension `pg_stat_statements` is there.
    public void createDatabase(String name, String owner, String password) {
        try (Connection server = connect("postgres");
                Statement statement = server.createStatement()) {
            String role = checked(owner);
            String verb = exists(statement, "pg_roles where rolname = '" + role + "'") ? "alter" : "create";
            statement.execute(verb + " role " + role + " login password '" + password.replace("'", "''") + "'");
            if (!exists(statement, "pg_database where datname = '" + checked(name) + "'")) {
                statement.execute("create database " + name + " owner " + role);
                statement.execute("revoke all on database " + name + " from public");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("database cannot be made: " + name, e);
        }
        try (Connection database = connect(name);
                Statement statement = database.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        } catch (SQLException e) {
            throw new IllegalStateException("database cannot be set up: " + name, e);
        }
    }

    /// Ends all sessions and the server; the folder stays.
    @Override
    public void close() {
        stopAndUnlock();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook runs already; it finds the server stopped.
        }
    }

    /// Once; a second caller waits for the first.
    private synchronized void stopAndUnlock() {
        if (!closed) {
            closed = true;
            if (PostgresPid.of(cluster.data()).isPresent()) {
                cluster.stop();
            }
            lock.close();
        }
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select 1 from " + what)) {
            return rows.next();
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain lower-case name: " + name);
        }
        return name;
    }
}
