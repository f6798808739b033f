package com.coworkpay.kakaopay.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The compiler does not see which text a template says.
class PageTextsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern SAID = Pattern.compile("(?:say\\.|PageTexts\\.)([A-Z_]+)");

    @Test
    void whatIsSaidAndWhatThereIsAreTheSameTexts() throws IOException {
        var said = new TreeSet<String>();
        try (var files = Files.walk(MAIN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                SAID.matcher(Files.readString(file)).results().forEach(text -> said.add(text.group(1)));
            }
        }
        assertThat(said)
                .isEqualTo(Arrays.stream(PageTexts.values())
                        .map(PageTexts::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
