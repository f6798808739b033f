package com.coworkpay.tools.local.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The compiler does not see which text a template says.
class TextsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern SAID = Pattern.compile("(?:say\\.|Texts\\.)([A-Z_]{2,})");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

    @Test
    void whatIsSaidAndWhatThereIsAreTheSameTexts() throws IOException {
        var said = new TreeSet<String>();
        try (var files = Files.walk(MAIN)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/portal/"))
                    .toList()) {
                SAID.matcher(Files.readString(file)).results().forEach(text -> said.add(text.group(1)));
            }
        }
        Arrays.stream(Exchange.Kind.values()).forEach(kind -> said.add("BADGE_" + kind));
        assertThat(said)
                .isEqualTo(
                        Arrays.stream(Texts.values()).map(Texts::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @EnumSource(Texts.class)
    void eachTextIsInBothLanguages(Texts text) {
        assertThat(text.in(Language.EN)).isNotBlank().doesNotContainPattern(HANGUL);
        assertThat(text.in(Language.KO)).isNotBlank();
    }
}
