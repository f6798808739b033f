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

/// The parts of docs/reference/settings.md that are made from the code.
final class SettingsPage {
    /// What an installation does not set, or what another page has: topics and groups are in the events' contract.
    private static final List<String> INTERNAL = List.of(
            "coworkpay.",
            "mp.messaging.incoming.",
            "quarkus.application.",
            "quarkus.config.",
            "quarkus.datasource.jdbc.",
            "quarkus.datasource.reader.jdbc",
            "quarkus.flyway.locations",
            "quarkus.hibernate-orm.",
            "quarkus.jackson.",
            "quarkus.log.console.json.additional-field.",
            "quarkus.log.console.json.ex",
            "quarkus.log.file.",
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
        Repository.SERVICES.forEach(service -> rows.put(service, new ArrayList<>()));
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
        List<String> services = modules.servicesWith(module);
        if (services.equals(List.of(module))) {
            return "";
        }
        return services.size() == Repository.SERVICES.size()
                ? "Of all four services.\n\n"
                : "Of " + String.join(", ", services) + ".\n\n";
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
        Repository.SERVICES.forEach(service -> libraries.addAll(modules.libraries(service)));
        libraries.forEach(library -> ofLibrary(text, library));
        ofServices(text);
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

    /// Once what several services set alike.
    private static void ofServices(StringBuilder text) {
        Map<Default, Set<String>> services = new LinkedHashMap<>();
        Repository.SERVICES.forEach(
                service -> Defaults.ofService(service).stream().filter(SHOWN).forEach(value -> services.computeIfAbsent(
                                value, each -> new LinkedHashSet<>())
                        .add(service)));
        text.append("### Brought along by the services\n");
        text.append("| setting | value | of | why |\n|---|---|---|---|\n");
        services.forEach((value, of) -> text.append("| %s | %s | %s | %s |\n"
                .formatted(
                        Cell.code(value.name()), Cell.code(value.value()), shortNames(of), Cell.prose(value.why()))));
    }

    private String shortNames(List<Setting> declared) {
        Set<String> services = new LinkedHashSet<>();
        declared.forEach(setting -> services.addAll(modules.servicesWith(setting.module())));
        return shortNames(services);
    }

    private static String shortNames(Set<String> services) {
        return services.size() == Repository.SERVICES.size()
                ? "all"
                : services.stream()
                        .map(service -> service.replace("-service", ""))
                        .collect(Collectors.joining(", "));
    }
}
