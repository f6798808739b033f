package com.coworkpay.checks.docs.settings;

import com.coworkpay.checks.docs.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Every setting of the suite's own: those that interfaces declare, and those that only stand as `${coworkpay.…}` in a
/// program's `application.yaml`.
final class Settings {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(coworkpay\\.[a-z.-]+)(?::([^}\"]*))?}");

    private Settings() {}

    static List<Setting> all() {
        List<Setting> settings = new ArrayList<>(Mappings.read());
        for (String program : Repository.PROGRAMS) {
            for (Default value : Defaults.ofProgram(program)) {
                EXPRESSION
                        .matcher(value.value())
                        .results()
                        .filter(found -> of(settings, program, found.group(1)).isEmpty())
                        .map(found -> inYaml(program, value, found))
                        .forEach(settings::add);
            }
        }
        return settings;
    }

    /// The setting of that name that a program itself declares.
    private static Optional<Setting> of(List<Setting> settings, String program, String name) {
        return settings.stream()
                .filter(setting ->
                        setting.module().equals(program) && setting.name().equals(name))
                .findFirst();
    }

    private static Setting inYaml(String program, Default value, MatchResult found) {
        String form = value.name().endsWith("url") ? "URL" : "true or false";
        return new Setting(program, found.group(1), form, found.group(2), found.group(2) == null, value.why());
    }

    /// A setting as an expression in a file names it, with the default that stands there.
    record Named(String file, String module, String name, String value) {}

    /// Expressions with a default, in main sources and resources: `@Scheduled(every = "${coworkpay.….poll:1s}")`.
    static List<Named> expressions() {
        List<Named> found = new ArrayList<>();
        for (String ending : List.of(".java", ".yaml")) {
            Repository.files(Repository.ROOT, ending).stream()
                    .filter(file -> file.toString().contains("/src/main/"))
                    .forEach(file -> EXPRESSION
                            .matcher(Repository.read(file))
                            .results()
                            .filter(expression -> expression.group(2) != null)
                            .map(expression -> new Named(
                                    Repository.ROOT.relativize(file).toString(),
                                    Repository.moduleOf(file),
                                    expression.group(1),
                                    expression.group(2)))
                            .forEach(found::add));
        }
        return found;
    }
}
