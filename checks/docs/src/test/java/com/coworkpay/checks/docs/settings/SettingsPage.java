package com.coworkpay.checks.docs.settings;

import com.coworkpay.checks.docs.Cell;
import com.coworkpay.checks.docs.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The parts of docs/reference/settings.md that are made from the code.
final class SettingsPage {
    /// What an installation does not set, or what another page has: topics and groups are in the events' contract.
    private static final List<String> INTERNAL = List.of(
            "coworkpay.",
            "mp.messaging.incoming.",
            "mp.openapi.",
            "quarkus.application.",
            "quarkus.config.",
            "quarkus.datasource.jdbc.",
            "quarkus.datasource.reader.jdbc",
            "quarkus.flyway.locations",
            "quarkus.hibernate-orm.",
            "quarkus.http.auth.",
            "quarkus.jackson.",
            "quarkus.log.console.json.additional-field.",
            "quarkus.log.console.json.ex",
            "quarkus.log.file.",
            "quarkus.qute.",
            "quarkus.smallrye-openapi.");

    private static final Predicate<Default> SHOWN = value -> INTERNAL.stream().noneMatch(value.name()::startsWith)
            && !value.name().endsWith(".deserializer")
            && !value.name().endsWith(".db-kind")
            && !value.name().endsWith(".idle-timeout")
            && !value.name().contains(".reconnect-")
            && !value.value().startsWith("${");

    private final List<Setting> settings;
    private final Modules modules;

    SettingsPage(List<Setting> settings, Modules modules) {
        this.settings = settings;
        this.modules = modules;
    }

    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("needed", needed());
        parts.put("own", own());
        parts.put("brought along", broughtAlong());
        return parts;
    }

    private String needed() {
        Map<String, List<Setting>> byName = new LinkedHashMap<>();
        settings.stream().filter(Setting::needed).forEach(setting -> byName.computeIfAbsent(
                        setting.name(), name -> new ArrayList<>())
                .add(setting));
        StringBuilder text = new StringBuilder("| setting | form | of | meaning |\n|---|---|---|---|\n");
        byName.forEach((name, declared) -> text.append("| %s | %s | %s | %s |\n"
                .formatted(Cell.code(name), declared.getFirst().form(), shortNames(declared), docs(declared))));
        return text.toString();
    }

    /// What each service says of it, once where they say the same.
    private static String docs(List<Setting> declared) {
        return declared.stream()
                .map(setting -> Cell.prose(setting.doc()))
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    /// Without those that must be given, and first what several modules declare alike.
    private String own() {
        Map<String, List<Setting>> alike = new LinkedHashMap<>();
        settings.stream().filter(setting -> !setting.needed()).forEach(setting -> alike.computeIfAbsent(
                        row(setting), row -> new ArrayList<>())
                .add(setting));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Repository.PROGRAMS.forEach(program -> rows.put(program, new ArrayList<>()));
        StringBuilder shared = new StringBuilder();
        alike.forEach((row, declared) -> {
            if (declared.size() > 1) {
                shared.append(row).append(' ').append(shortNames(declared)).append(" |\n");
            } else {
                rows.computeIfAbsent(declared.getFirst().module(), module -> new ArrayList<>())
                        .add(row);
            }
        });
        StringBuilder text = new StringBuilder("### several services\n");
        text.append("| setting | default | meaning | of |\n|---|---|---|---|\n").append(shared);
        rows.forEach((module, table) -> {
            if (!table.isEmpty()) {
                text.append("\n### ").append(module).append("\n").append(ofWhom(module));
                text.append("| setting | default | meaning |\n|---|---|---|\n");
                table.forEach(row -> text.append(row).append("\n"));
            }
        });
        return text.toString();
    }

    private String ofWhom(String module) {
        List<String> programs = modules.programsWith(module);
        if (programs.equals(List.of(module))) {
            return "";
        }
        if (programs.equals(Repository.PROGRAMS)) {
            return "Of all four services and the console.\n\n";
        }
        return programs.equals(Repository.SERVICES)
                ? "Of all four services.\n\n"
                : "Of " + String.join(", ", programs) + ".\n\n";
    }

    private static String row(Setting setting) {
        return "| %s | %s | %s |".formatted(Cell.code(setting.name()), shown(setting), Cell.prose(setting.doc()));
    }

    private static String shown(Setting setting) {
        return setting.value() == null ? "none: " + setting.form() : Cell.code(Durations.readable(setting.value()));
    }

    private String broughtAlong() {
        StringBuilder text = new StringBuilder();
        Set<String> libraries = new TreeSet<>();
        Repository.PROGRAMS.forEach(program -> libraries.addAll(modules.libraries(program)));
        libraries.forEach(library -> ofLibrary(text, library));
        ofPrograms(text);
        return text.toString();
    }

    private void ofLibrary(StringBuilder text, String library) {
        List<Default> shown = Defaults.ofLibrary(library).stream().filter(SHOWN).toList();
        if (shown.isEmpty()) {
            return;
        }
        text.append("### Brought along by ").append(library).append("\n").append(ofWhom(library));
        text.append("| setting | value | why |\n|---|---|---|\n");
        shown.forEach(value -> text.append("| %s | %s | %s |\n"
                .formatted(Cell.code(value.name()), Cell.code(value.value()), Cell.prose(value.why()))));
        text.append("\n");
    }

    /// Once what several programs set alike.
    private static void ofPrograms(StringBuilder text) {
        Map<Default, Set<String>> programs = new LinkedHashMap<>();
        Repository.PROGRAMS.forEach(
                program -> Defaults.ofProgram(program).stream().filter(SHOWN).forEach(value -> programs.computeIfAbsent(
                                value, each -> new LinkedHashSet<>())
                        .add(program)));
        text.append("### Brought along by the programs\n");
        text.append("| setting | value | of | why |\n|---|---|---|---|\n");
        programs.forEach((value, of) -> text.append("| %s | %s | %s | %s |\n"
                .formatted(
                        Cell.code(value.name()), Cell.code(value.value()), shortNames(of), Cell.prose(value.why()))));
    }

    private String shortNames(List<Setting> declared) {
        Set<String> programs = new LinkedHashSet<>();
        declared.forEach(setting -> programs.addAll(modules.programsWith(setting.module())));
        return shortNames(programs);
    }

    private static String shortNames(Set<String> programs) {
        Stream<String> names = programs.stream().map(program -> program.replace("-service", ""));
        if (programs.containsAll(Repository.SERVICES)) {
            names = Stream.concat(
                    Stream.of("all"), programs.stream().filter(each -> !Repository.SERVICES.contains(each)));
        }
        return names.collect(Collectors.joining(", "));
    }
}
