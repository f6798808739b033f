package com.coworkpay.tools.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.tools.local.stack.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every image promises, read from its Dockerfile.
class DockerfilesTest {
    private static final Path FOLDER = Path.of(System.getProperty("coworkpay.root"), "deploy/images");

    static Stream<Image> images() {
        return Image.ALL.stream();
    }

    @Test
    void everyProgramHasAnImageWithACache() {
        assertThat(images().filter(Image::cached).map(Image::name)).containsAll(Services.PROGRAMS);
    }

    @Test
    void everyDockerfileMakesAnImage() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("Dockerfile")))
                    .containsExactlyInAnyOrderElementsOf(
                            images().map(Image::dockerfile).distinct().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void theBaseIsWhateverTheSiteHas(Image image) throws IOException {
        assertThat(instructions(image, "FROM")).containsExactly("FROM ${BASE}");
        assertThat(lines(image).getFirst()).startsWith("ARG BASE=");
    }

    /// Neither fetches anything nor needs a shell: it can be built behind closed doors, on a base without one.
    @ParameterizedTest
    @MethodSource("images")
    void buildingNeedsNoNetworkAndNoShell(Image image) throws IOException {
        assertThat(lines(image).stream().map(line -> line.split(" ", 2)[0]).distinct())
                .isSubsetOf("ARG", "FROM", "COPY", "ENV", "WORKDIR", "USER", "EXPOSE", "STOPSIGNAL", "ENTRYPOINT");
        assertThat(instructions(image, "COPY")).containsExactly("COPY runtime/ /opt/java/", "COPY app/ /app/");
    }

    @ParameterizedTest
    @MethodSource("images")
    void itRunsAsNobodyOnPort8080(Image image) throws IOException {
        assertThat(instructions(image, "USER")).containsExactly("USER 65532:65532");
        assertThat(instructions(image, "EXPOSE")).containsExactly("EXPOSE 8080");
        assertThat(String.join(" ", instructions(image, "ENV"))).contains("_PORT=8080", "_HOST=0.0.0.0");
    }

    /// What a file says of flags holds in the local stack and in measurements too; a flag of an image alone would make
    /// its cache useless.
    @ParameterizedTest
    @MethodSource("images")
    void itsJvmHasTheFlagsOfTheOneFile(Image image) throws IOException {
        String entry = instructions(image, "ENTRYPOINT").getFirst();
        String cache = image.cached() ? ", \"-XX:AOTCache=/app/" + Image.CACHE + "\"" : "";
        assertThat(entry)
                .isEqualTo("ENTRYPOINT [\"/opt/java/bin/java\", \"@/app/service.jvm\"%s, \"-jar\", \"/app/%s\"]"
                        .formatted(cache, image.jar()));
    }

    @ParameterizedTest
    @MethodSource("images")
    void noSecretStandsInIt(Image image) throws IOException {
        assertThat(String.join("\n", lines(image)).toLowerCase(Locale.ROOT))
                .doesNotContain("password", "secret=", "token");
    }

    private static List<String> instructions(Image image, String kind) throws IOException {
        return lines(image).stream().filter(line -> line.startsWith(kind + " ")).toList();
    }

    /// One line per instruction, without comments.
    private static List<String> lines(Image image) throws IOException {
        return Files.readString(FOLDER.resolve(image.dockerfile()))
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
