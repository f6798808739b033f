package com.coworkpay.checks.docs.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.checks.docs.Repository;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The tests that documents name are there, under that name.
class GuardsTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z][a-z]\\w*(?:Test|IT|Properties))(?:\\.(\\w+)|`)");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");

    @Test
    void everyTestThatAPageNamesIsThere() {
        Map<String, String> sources = Repository.files(Repository.ROOT, ".java").stream()
                .filter(file -> file.toString().contains("/src/test/java/"))
                .collect(Collectors.toMap(GuardsTest::className, Repository::read, String::concat));
        Set<String> missing = new TreeSet<>();
        for (Path page : Repository.files(Repository.path("docs"), ".md")) {
            TEST.matcher(Repository.read(page))
                    .results()
                    .filter(name -> !isThere(name, sources))
                    .forEach(name -> missing.add(Repository.ROOT.relativize(page) + ": " + name.group()));
        }
        assertThat(sources).hasSizeGreaterThan(200);
        assertThat(missing).isEmpty();
    }

    /// A method is named by its beginning, as in `StatesTest.anOverpaymentIsNever…`.
    private static boolean isThere(MatchResult name, Map<String, String> sources) {
        String source = sources.get(name.group(1));
        String method = name.group(2);
        return source != null
                && (method == null
                        || METHOD.matcher(source).results().anyMatch(each -> each.group(1)
                                .startsWith(method)));
    }

    private static String className(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".java".length());
    }
}
