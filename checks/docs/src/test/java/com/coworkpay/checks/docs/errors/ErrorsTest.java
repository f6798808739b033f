package com.coworkpay.checks.docs.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.checks.docs.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// docs/reference/errors.md has every problem type of the code with its status, and no other.
class ErrorsTest {
    private static final Path PAGE = Repository.path("docs/reference/errors.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| ([0-9]{3}) \\|");

    @Test
    void thePageHasTheProblemTypesOfTheCode(@TempDir Path classes) throws ReflectiveOperationException {
        Map<String, Map<String, Integer>> inTheCode = new TreeMap<>();
        for (Map.Entry<String, List<Path>> module : ProblemTypes.sources().entrySet()) {
            inTheCode.put(section(module.getKey()), ProblemTypes.of(module.getValue(), classes));
        }
        assertThat(inTheCode).hasSize(6);
        assertThat(onThePage())
                .as("problem types by section, of docs/reference/errors.md beside the enums of ProblemType")
                .isEqualTo(inTheCode);
    }

    private static String section(String module) {
        return switch (module) {
            case "platform/problem" -> "Every service";
            case "platform/dead-letters" -> "Dead letters";
            default -> module;
        };
    }

    private static Map<String, Map<String, Integer>> onThePage() {
        String page = Repository.read(PAGE);
        Map<String, Map<String, Integer>> sections = new TreeMap<>();
        List<String> titles = SECTION.matcher(page)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
        String[] texts = SECTION.split(page);
        for (int i = 0; i < titles.size(); i++) {
            Map<String, Integer> rows = new TreeMap<>();
            ROW.matcher(texts[i + 1])
                    .results()
                    .forEach(found -> rows.put(found.group(1), Integer.valueOf(found.group(2))));
            if (!rows.isEmpty()) {
                sections.put(titles.get(i), rows);
            }
        }
        return sections;
    }
}
