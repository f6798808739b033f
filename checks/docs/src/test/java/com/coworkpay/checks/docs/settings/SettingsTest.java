package com.coworkpay.checks.docs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.checks.docs.Page;
import com.coworkpay.checks.docs.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// docs/reference/settings.md has every setting that the code declares, with its default and what the code says of it.
class SettingsTest {
    private static final Path PAGE = Repository.path("docs/reference/settings.md");
    private static final List<Setting> SETTINGS = Settings.all();

    @Test
    void thePageIsWhatTheCodeSays() {
        new Page(PAGE).holds(new SettingsPage(SETTINGS, new Modules()).parts());
    }

    @Test
    void everySettingSaysWhatItIs() {
        assertThat(SETTINGS).hasSizeGreaterThan(60);
        assertThat(SETTINGS).as("settings without a comment").allMatch(setting -> !setting.doc()
                .isBlank());
    }

    /// `@Scheduled` cannot read an interface, so it repeats name and default.
    @Test
    void whatIsNamedElsewhereIsDeclaredWithTheSameDefault() {
        for (Settings.Named named : Settings.expressions()) {
            assertThat(defaultsOf(named.module(), named.name()))
                    .as("%s names %s", named.file(), named.name())
                    .containsExactly(Durations.readable(named.value()));
        }
    }

    private static List<String> defaultsOf(String module, String name) {
        return SETTINGS.stream()
                .filter(setting ->
                        setting.module().equals(module) && setting.name().equals(name))
                .map(setting -> Durations.readable(String.valueOf(setting.value())))
                .toList();
    }

    /// What the local stack tells its services is what an installation has to tell them.
    @Test
    void thePageKnowsEveryVariableThatTheLocalStackSets() {
        Path parts = Repository.path("tools/local/src/main/java/com/coworkpay/tools/local/stack/ProcessSpecs.java");
        Set<String> variables = Pattern.compile("\"((?:QUARKUS|COWORKPAY|KAFKA)_[A-Z_]+)\"")
                .matcher(Repository.read(parts))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(variables).hasSizeGreaterThan(10);
        assertThat(onThePage()).containsAll(variables);
    }

    /// A variable with an old name is ignored without a word: its setting keeps the default.
    @Test
    void everyVariableThatIsSetOrNamedSomewhereIsASetting() {
        Set<String> ofTheComposition =
                variables("\\$\\{(COWORKPAY_[A-Z_]+)", List.of(Repository.path("deploy/compose/compose.yaml")));
        Set<String> ofTheScript =
                variables("(?m)^(COWORKPAY_[A-Z_]+) (?:is|adds) ", List.of(Repository.path("coworkpay")));
        Set<String> variables = new TreeSet<>();
        for (String folder : List.of("tools", "checks")) {
            variables.addAll(variables("\"(COWORKPAY_[A-Z_]+)\"", Repository.files(Repository.path(folder), ".java")));
        }
        variables.addAll(
                variables("(?m)^(COWORKPAY_[A-Z_]+)=", Repository.files(Repository.path("deploy/kubernetes"), ".env")));
        variables.addAll(variables("\\b(COWORKPAY_[A-Z_]+)\\b", Repository.files(Repository.path("docs"), ".md")));
        variables.removeAll(ofTheComposition);
        variables.removeAll(variables("\\b(COWORKPAY_[A-Z_]+)\\b", List.of(Repository.path("coworkpay"))));
        variables.removeAll(onThePage());
        assertThat(ofTheComposition).hasSizeGreaterThan(5);
        assertThat(ofTheScript).contains("COWORKPAY_BROWSER");
        assertThat(variables).isEmpty();
    }

    private static Set<String> variables(String pattern, List<Path> files) {
        Pattern variable = Pattern.compile(pattern);
        return files.stream()
                .flatMap(file -> variable.matcher(Repository.read(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> onThePage() {
        return Pattern.compile("`([A-Za-z][A-Za-z0-9._-]+)`")
                .matcher(Repository.read(PAGE))
                .results()
                .map(found -> found.group(1).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
                .collect(Collectors.toSet());
    }
}
