package com.coworkpay.checks.docs.settings;

import com.coworkpay.checks.docs.Cell;
import com.coworkpay.checks.docs.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The parts of docs/reference/settings.md that are made from the code.
final class SettingsPage {
    /// What nobody sets, or what another page tells.
    private static final Predicate<Default> OF_NO_INTEREST =
            value -> value.name().startsWith("quarkus.smallrye-openapi.")
                    || value.name().startsWith("coworkpay.")
                    || value.name().endsWith(".deserializer")
                    || value.name().endsWith(".db-kind")
                    || value.name().equals("quarkus.application.name");

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

    private String own() {
        Map<String, List<Setting>> byModule = new LinkedHashMap<>();
        Repository.SERVICES.forEach(service -> byModule.put(service, new ArrayList<>()));
        settings.forEach(setting -> byModule.computeIfAbsent(setting.module(), module -> new ArrayList<>())
                .add(setting));
        StringBuilder text = new StringBuilder();
        byModule.forEach((module, declared) -> {
            if (!declared.isEmpty()) {
                text.append("### ").append(module).append("\n");
                text.append(ofWhom(module)).append(table(declared)).append("\n");
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

    private static String table(List<Setting> declared) {
        StringBuilder text = new StringBuilder("| setting | default | form | meaning |\n|---|---|---|---|\n");
        for (Setting setting : declared) {
            text.append("| %s | %s | %s | %s |\n"
                    .formatted(Cell.code(setting.name()), shown(setting), setting.form(), Cell.prose(setting.doc())));
        }
        return text.toString();
    }

    private static String shown(Setting setting) {
        if (setting.needed()) {
            return "**needed**";
        }
        return setting.value() == null ? "–" : Cell.code(Durations.readable(setting.value()));
    }

    private String broughtAlong() {
        StringBuilder text = new StringBuilder();
        Set<String> libraries = new LinkedHashSet<>();
        Repository.SERVICES.forEach(service -> libraries.addAll(modules.libraries(service)));
        libraries.stream().sorted().forEach(library -> section(text, library, Defaults.ofLibrary(library)));
        Repository.SERVICES.forEach(service -> section(text, service, Defaults.ofService(service)));
        return text.toString();
    }

    private void section(StringBuilder text, String module, List<Default> values) {
        List<Default> shown = values.stream().filter(OF_NO_INTEREST.negate()).toList();
        if (shown.isEmpty()) {
            return;
        }
        text.append("### Brought along by ").append(module).append("\n").append(ofWhom(module));
        text.append("| setting | value | why |\n|---|---|---|\n");
        shown.forEach(value -> text.append("| %s | %s | %s |\n"
                .formatted(
                        Cell.code(value.name()),
                        Cell.code(value.value()),
                        Cell.prose(Objects.requireNonNullElse(value.why(), "")))));
        text.append("\n");
    }

    private String shortNames(List<Setting> declared) {
        Set<String> names = new LinkedHashSet<>();
        declared.forEach(setting ->
                modules.servicesWith(setting.module()).forEach(service -> names.add(service.replace("-service", ""))));
        return names.size() == Repository.SERVICES.size() ? "all" : String.join(", ", names);
    }
}
