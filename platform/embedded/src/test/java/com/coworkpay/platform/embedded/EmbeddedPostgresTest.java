package com.coworkpay.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @Test
    void keepsItsDataAndItsDurabilitySettings() throws SQLException {
        int port;
        try (EmbeddedPostgres first = EmbeddedPostgres.start(folder, 0, true)) {
            port = first.port();
            first.createDatabase("shop", "keeper", "it's secret");
            execute(first, "shop", "create table t (v text); insert into t values ('kept')");
        }
        try (EmbeddedPostgres again = EmbeddedPostgres.start(folder, port, true)) {
            assertThat(again.port()).isEqualTo(port);
            assertThat(query(again, "shop", "select v from t")).isEqualTo("kept");
            assertThat(query(again, "shop", "show fsync")).isEqualTo("on");
            assertThat(query(again, "shop", "show synchronous_commit")).isEqualTo("on");
            assertThat(query(again, "shop", "show max_connections")).isEqualTo("200");
            assertThat(query(again, "shop", "select count(*) >= 0 from pg_stat_statements"))
                    .isEqualTo("t");
        }
    }

    @Test
    void ownersHavePasswordsAndNoBusinessInEachOthersDatabases() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0, false)) {
            postgres.createDatabase("a", "owner_a", "pa");
            postgres.createDatabase("b", "owner_b", "pb");
            postgres.createDatabase("b", "owner_b", "pb2");
            DriverManager.getConnection(postgres.jdbcUrl("b"), "owner_b", "pb2").close();
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("b"), "owner_b", "pb"))
                    .hasMessageContaining("password");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("b"), "owner_a", "pa"))
                    .hasMessageContaining("permission denied");
            assertThat(query(postgres, "a", "show fsync")).isEqualTo("off");
        }
    }

    @Test
    void twoProgramsCannotShareAFolder() {
        try (EmbeddedPostgres owner = EmbeddedPostgres.start(folder, 0, false)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, 0, false)).hasMessageContaining("in use");
            assertThat(ProcessHandle.of(owner.pid())).isPresent();
        }
    }

    @Test
    void stopsWhatAKilledProgramLeftRunning() throws Exception {
        try (Child child = Child.start(folder, EmbeddedPostgresMain.class, folder + "", "0")) {
            child.awaitOutput("postgres ready");
            ProcessHandle orphan =
                    PostgresPid.of(folder.toRealPath().resolve("cluster")).orElseThrow();
            child.kill();
            assertThat(orphan.isAlive()).isTrue();
            try (EmbeddedPostgres next = EmbeddedPostgres.start(folder, 0, true)) {
                // A container without an init process keeps what has ended as a zombie, which has no command.
                await().until(() -> orphan.info().command().isEmpty());
                assertThat(next.pid()).isNotEqualTo(orphan.pid());
                assertThat(query(next, "postgres", "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void leavesAStrangersProcessAlone() throws Exception {
        EmbeddedPostgres.start(folder, 0, false).close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(folder.resolve("cluster/postmaster.pid"), stranger.pid() + "\n" + folder + "/cluster\n");
            EmbeddedPostgres.start(folder, 0, false).close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aHalfMadeClusterIsMadeAgain() throws Exception {
        Files.createDirectories(folder.resolve("cluster/base"));
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "18\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0, false)) {
            assertThat(query(postgres, "postgres", "select 1")).isEqualTo("1");
        }
    }

    private static void execute(EmbeddedPostgres postgres, String database, String sql) throws SQLException {
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String database, String sql) throws SQLException {
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
