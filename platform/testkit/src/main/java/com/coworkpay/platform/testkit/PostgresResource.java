package com.coworkpay.platform.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/// A real PostgreSQL for tests, one server per JVM, one database per name; with and without Quarkus.
///
/// ```java
/// @QuarkusTest
/// @QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "payment"))
/// ```
///
/// Sets user, password and both URLs of the default datasource. With the argument `application-role` the service
/// runs as that role, which owns nothing, and only the migrations run as the owner, as on Kubernetes. Without
/// Quarkus: `PostgresResource.database("x")`, then [#jdbcUrl()]. `stop()` and `start()` are an outage on the same
/// port with the data kept. The server ends with the JVM.
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    /// Property of the JVM, so that every class loader sees the same.
    private static final String DATABASE = "coworkpay.testkit.database";

    private static final String PASSWORD = "test-password";

    private String database = "test";
    private @Nullable String applicationRole;

    @Override
    public void init(Map<String, String> initArgs) {
        database = initArgs.getOrDefault("database", database);
        applicationRole = initArgs.get("application-role");
    }

    @Override
    public Map<String, String> start() {
        database(database);
        var settings = new HashMap<>(Map.of(
                "quarkus.datasource.username", user(),
                "quarkus.datasource.password", password(),
                "quarkus.datasource.jdbc.url", jdbcUrl(),
                "quarkus.datasource.reactive.url", reactiveUrl()));
        if (applicationRole != null) {
            role(applicationRole);
            settings.put("quarkus.datasource.username", applicationRole);
            settings.put("quarkus.flyway.username", user());
            settings.put("quarkus.flyway.password", password());
        }
        return settings;
    }

    /// The server goes on for the next test class; it ends with the JVM.
    @Override
    public void stop() {
        if (isStopped()) {
            startServer();
        }
    }

    /// Makes the database with an owner of the same name and makes it the current one.
    public static void database(String name) {
        TestServerMXBean server = Servers.postgres();
        server.start();
        System.setProperty(DATABASE, name);
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            if (!isThere(statement, "pg_database", "datname", name)) {
                statement.execute("create role " + name + " login password '" + PASSWORD + "'");
                statement.execute("create database " + name + " owner " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("database cannot be made: " + name, e);
        }
    }

    private static void role(String name) {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            if (!isThere(statement, "pg_roles", "rolname", name)) {
                statement.execute("create role " + name + " login password '" + PASSWORD + "'");
                // So that a test, which is the owner, sees the service's sessions and may end them.
                statement.execute("grant " + name + " to " + user());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("role cannot be made: " + name, e);
        }
    }

    /// Owner of the current database.
    public static String user() {
        return System.getProperty(DATABASE, "test");
    }

    public static String password() {
        return PASSWORD;
    }

    /// Of the current database, without user and password.
    public static String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + Servers.postgres().getPort() + "/" + user();
    }

    /// Of the current database, for Vert.x and Quarkus' reactive client, without user and password.
    public static String reactiveUrl() {
        return "postgresql://localhost:" + Servers.postgres().getPort() + "/" + user();
    }

    /// A connection to the current database as its owner; the caller closes it.
    public static Connection connect() throws SQLException {
        return open(jdbcUrl(), Map.of("user", user(), "password", PASSWORD));
    }

    /// A connection as the superuser, for locks, kills of sessions and statistics; the caller closes it.
    public static Connection superuser(String database) throws SQLException {
        TestServerMXBean server = Servers.postgres();
        return open("jdbc:postgresql://localhost:" + server.getPort() + "/" + database, server.getAccess());
    }

    /// Not through `DriverManager`: it hides the driver from the class loader of a second Quarkus in this JVM.
    private static Connection open(String url, Map<String, String> access) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(access);
        return Objects.requireNonNull(new Driver().connect(url, properties), "the driver does not know " + url);
    }

    /// Takes the server away: sessions end, connections are refused; the data stays.
    public static void stopServer() {
        Servers.postgres().stop();
    }

    /// Brings it back on the same port and waits until it answers.
    public static void startServer() {
        Servers.postgres().start();
    }

    public static void restart() {
        stopServer();
        startServer();
    }

    private static boolean isStopped() {
        try (Connection connection = superuser("postgres")) {
            return connection.isClosed();
        } catch (SQLException refused) {
            return true;
        }
    }

    private static boolean isThere(Statement statement, String catalogue, String column, String name)
            throws SQLException {
        String sql = "select 1 from %s where %s = '%s'".formatted(catalogue, column, name);
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }
}
