package com.coworkpay.contracts;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The values of the enums here are those of the schemas, and the types of events those of the catalogue.
/// `-Dcontracts.write=true` writes the enums into the schemas.
class CodedValuesTest {
    private static final Path CONTRACTS = Path.of("..", "docs", "contracts");
    private static final Pattern TYPE_NAME = Pattern.compile("name: (coworkpay\\.[a-z_.]+\\.v1)");

    static Stream<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS.resolve("schemas"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void schemasHaveTheEnums(Path file) throws IOException {
        String text = Files.readString(file);
        String expected = withEnum(withEnum(text, PayableType.values(), 5), RefundDeadline.values(), 2);
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(file, expected);
        }
        assertThat(text).isEqualTo(expected);
    }

    @Test
    void theCatalogueHasTheTypes() throws IOException {
        var published = new TreeSet<String>();
        for (var field : EventTypes.class.getFields()) {
            assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
            try {
                published.add((String) field.get(null));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        String catalogue = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));
        var listed = TYPE_NAME.matcher(catalogue).results().map(found -> found.group(1));
        assertThat(published).containsExactlyElementsOf(new TreeSet<>(listed.toList()));
    }

    /// Arrays of texts that begin with the first values of an enum are meant to be all of it.
    private static String withEnum(String schema, Enum<?>[] values, int shared) {
        String first = Arrays.stream(values)
                .limit(shared)
                .map(value -> "\"" + value + "\"")
                .collect(joining(",\\s*"));
        return Pattern.compile("(\\[)(\\s*)" + first + "[^\\]]*?(\\s*)\\]")
                .matcher(schema)
                .replaceAll(found -> array(found, values));
    }

    private static String array(MatchResult found, Enum<?>[] values) {
        String between = found.group(2).isEmpty() ? " " : found.group(2);
        return Arrays.stream(values)
                .map(value -> "\"" + value + "\"")
                .collect(joining("," + between, "[" + found.group(2), found.group(3) + "]"));
    }
}
