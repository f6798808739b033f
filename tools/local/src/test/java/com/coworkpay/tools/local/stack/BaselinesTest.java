package com.coworkpay.tools.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {
    @TempDir
    private Path temporary;

    private Path root;
    private StateFolder state;

    @BeforeEach
    void aCheckoutWithItsMigrations() throws IOException {
        root = temporary.resolve("checkout");
        for (String service : Services.NAMES) {
            write(service + "/src/main/resources/db/migration/V1__baseline.sql", "create table of_" + service);
        }
        write("platform/outbox/src/main/resources/db/platform/V0_1__outbox.sql", "create table outbox");
        write("platform/outbox/src/main/resources/db/platform/afterMigrate__privileges.sql", "grant nothing");
        state = StateFolder.open(temporary.resolve("state"));
    }

    @AfterEach
    void release() {
        state.close();
    }

    @Test
    void theMigrationsOfANewFolderAreWrittenDown() throws IOException {
        Baselines.check(state, root);
        assertThat(Files.readAllLines(state.baselinesFile()))
                .hasSize(5)
                .allMatch(line -> line.matches("[0-9a-f]{64} {2}[a-z/-]+/db/[a-z]+/V[01].*\\.sql"));
    }

    @Test
    void theSameMigrationsAreGoneOnWithAndSoAreAddedOnes() throws IOException {
        Baselines.check(state, root);
        haveDatabases();
        assertThatCode(() -> Baselines.check(state, root)).doesNotThrowAnyException();
        write("refund-service/src/main/resources/db/migration/V2__more.sql", "alter table refund add more text");
        write("platform/outbox/src/main/resources/db/platform/afterMigrate__privileges.sql", "grant something");
        assertThatCode(() -> Baselines.check(state, root)).doesNotThrowAnyException();
        assertThat(Files.readAllLines(state.baselinesFile())).hasSize(5);
    }

    @Test
    void aChangedOrMissingMigrationIsRefusedInASentence() throws IOException {
        Baselines.check(state, root);
        haveDatabases();
        Path migration = root.resolve("payment-service/src/main/resources/db/migration/V1__baseline.sql");
        Files.writeString(migration, "-- another comment", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> Baselines.check(state, root))
                .isInstanceOf(StackException.class)
                .hasMessage("The databases in " + state.path() + " were migrated by other baselines than this checkout"
                        + " has; nothing was changed, and ./coworkpay up --fresh forgets them, with all payments and"
                        + " keys, and makes new ones.");
        Files.delete(migration);
        assertThatThrownBy(() -> Baselines.check(state, root)).isInstanceOf(StackException.class);
    }

    @Test
    void theStackRefusesAFolderOfBeforeAndChangesNothingInIt() throws IOException {
        haveDatabases();
        state.close();
        Map<String, String> before = contents();
        List<String> said = new ArrayList<>();
        try (var stack = new LocalStack(
                StackSettings.of(root, temporary.resolve("state"), false, OptionalInt.empty()), said::add)) {
            assertThatThrownBy(stack::start)
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("./coworkpay up --fresh");
        }
        assertThat(said).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aFolderThatWasForgottenIsNew() throws IOException {
        haveDatabases();
        state.forget();
        Baselines.check(state, root);
        assertThat(state.baselinesFile()).isNotEmptyFile();
    }

    private void haveDatabases() throws IOException {
        Files.createDirectories(state.postgres());
        Files.writeString(state.postgres().resolve("superuser.password"), "secret");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (var files = Files.walk(temporary.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
