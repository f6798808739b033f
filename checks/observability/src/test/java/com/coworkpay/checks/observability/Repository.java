package com.coworkpay.checks.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The files that are held together here.
final class Repository {
    private static final Path ROOT =
            Path.of(System.getProperty("coworkpay.root")).toAbsolutePath().normalize();
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();

    private Repository() {}

    static Path observability() {
        return ROOT.resolve("deploy/observability");
    }

    static Path runbooks() {
        return ROOT.resolve("docs/runbooks");
    }

    static Path resolve(String path) {
        return ROOT.resolve(path);
    }

    /// What is deployed of the suite's own, as the composition for one host has it; what is there to try it out is not.
    static Set<String> programs() {
        Set<String> programs = new TreeSet<>();
        for (var service :
                yaml(resolve("deploy/compose/compose.yaml")).path("services").properties()) {
            boolean isOurs = service.getValue().path("image").asText().startsWith("${COWORKPAY_IMAGES");
            if (isOurs && !service.getValue().has("profiles")) {
                programs.add(service.getKey());
            }
        }
        return programs;
    }

    static List<Path> files(Path folder, String ending) {
        try (var found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(text(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " is no YAML", broken);
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(text(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " is no JSON", broken);
        }
    }
}
