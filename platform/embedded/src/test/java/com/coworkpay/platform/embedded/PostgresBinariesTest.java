package com.coworkpay.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresBinariesTest {
    /// Unpacking takes a second or two: what can, shares it.
    @TempDir
    static Path shared;

    @TempDir
    Path cache;

    /// A cleaner of temporary files takes what nobody has read for some days.
    @ParameterizedTest
    @ValueSource(strings = {"bin/postgres", "bin/initdb", "share/postgresql/timezone/Asia/Seoul", "unpacked.list"})
    void whatLostAFileIsUnpackedAnew(String file) throws IOException {
        Path home = PostgresBinaries.unpackedIn(shared).home();
        Files.delete(home.resolve(file));
        assertThat(PostgresBinaries.unpackedIn(shared).home()).isEqualTo(home);
        assertThat(home.resolve(file)).isNotEmptyFile();
        assertThat(home.resolve("bin/postgres")).isExecutable();
    }

    /// As a disk that was full leaves it.
    @Test
    void whatHasAnEmptyFileIsUnpackedAnew() throws IOException {
        Path program = PostgresBinaries.unpackedIn(shared).home().resolve("bin/postgres");
        Files.writeString(program, "");
        PostgresBinaries.unpackedIn(shared);
        assertThat(program).isNotEmptyFile();
    }

    @Test
    void whatIsWholeIsLeftAsItIs() throws IOException {
        Path home = PostgresBinaries.unpackedIn(shared).home();
        Path mark = Files.writeString(home.resolve("mark"), "mine");
        PostgresBinaries.unpackedIn(shared);
        assertThat(mark).exists();
    }

    @Test
    void manyAtOnceUnpackItOnceAndNothingIsLeftOver() throws IOException {
        Files.createDirectories(cache.resolve("postgresql-18.4/bin"));
        Files.createDirectories(cache.resolve("postgresql-18.4-unpacking-killed/bin"));
        IntStream.range(0, 4)
                // The common pool of a small machine has one thread.
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> PostgresBinaries.unpackedIn(cache),
                        task -> Thread.ofPlatform().start(task)))
                .toList()
                .forEach(unpacked ->
                        assertThat(Path.of(unpacked.join().program("postgres"))).isNotEmptyFile());
        try (var left = Files.list(cache)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("postgresql-18.4", "postgresql-18.4.lock");
        }
    }

    /// Two programs, as two terminals would start them.
    @Test
    void anotherProgramWaitsForTheFirst() throws Exception {
        try (Child one = Child.start(cache, PostgresBinariesTest.class, cache + "");
                Child other = Child.start(cache, PostgresBinariesTest.class, cache + "")) {
            one.awaitOutput("unpacked");
            other.awaitOutput("unpacked");
            assertThat(one.process().waitFor()).isZero();
            assertThat(other.process().waitFor()).isZero();
        }
    }

    public static void main(String[] args) {
        PostgresBinaries unpacked = PostgresBinaries.unpackedIn(Path.of(args[0]));
        System.out.println(Files.exists(unpacked.home().resolve("bin/postgres")) ? "unpacked" : "lost");
    }

    @Test
    void theUsersCacheIsNoFolderForTemporaryFiles() {
        assertThat(UserCache.folder()).isAbsolute();
        if (Files.isWritable(Path.of(System.getProperty("user.home")))) {
            assertThat(UserCache.folder()).doesNotHaveToString(System.getProperty("java.io.tmpdir"));
            assertThat(UserCache.folder().startsWith(System.getProperty("java.io.tmpdir")))
                    .isFalse();
        }
    }
}
