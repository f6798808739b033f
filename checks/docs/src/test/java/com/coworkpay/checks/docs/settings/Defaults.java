package com.coworkpay.checks.docs.settings;

import com.coworkpay.checks.docs.Repository;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads what `application.yaml` and `microprofile-config.properties` set, with the comments above.
final class Defaults {
    private static final String MERGED = "<<";

    /// The value of a setting that has others below it.
    private static final String ITSELF = "~";

    private static final String YAML = "src/main/resources/application.yaml";
    private static final String PROPERTIES = "src/main/resources/META-INF/microprofile-config.properties";

    private Defaults() {}

    /// Of a program itself.
    static List<Default> ofProgram(String program) {
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        Node root = new Yaml(options)
                .compose(new StringReader(
                        Repository.read(Repository.path(program).resolve(YAML))));
        List<Default> found = new ArrayList<>();
        collect("", "", root, found);
        return found;
    }

    /// Of a library, for every program that uses it; empty if it brings none.
    static List<Default> ofLibrary(String module) {
        Path file = Repository.path(module).resolve(PROPERTIES);
        return Files.exists(file) ? properties(Repository.read(file)) : List.of();
    }

    private static void collect(String name, String why, Node node, List<Default> found) {
        if (node instanceof MappingNode mapping) {
            String inherited = why;
            for (NodeTuple entry : mergedOnesLast(mapping)) {
                String key = ((ScalarNode) entry.getKeyNode()).getValue();
                if (key.startsWith("%")) {
                    continue;
                }
                String said = comment(entry.getKeyNode().getBlockComments());
                collect(below(name, key), said.isEmpty() ? inherited : said, entry.getValueNode(), found);
                inherited = "";
            }
        } else if (node instanceof ScalarNode scalar
                && found.stream().noneMatch(known -> known.name().equals(name))) {
            found.add(new Default(name, scalar.getValue(), why));
        }
    }

    private static String below(String name, String key) {
        if (key.equals(MERGED) || key.equals(ITSELF)) {
            return name;
        }
        return name.isEmpty() ? key : name + "." + key;
    }

    /// What a mapping says itself wins over what it takes from another (`<<: *other`).
    private static List<NodeTuple> mergedOnesLast(MappingNode mapping) {
        return mapping.getValue().stream()
                .sorted(Comparator.comparing(
                        entry -> ((ScalarNode) entry.getKeyNode()).getValue().equals(MERGED)))
                .toList();
    }

    private static String comment(@Nullable List<CommentLine> lines) {
        if (lines == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(' ').append(line.getValue().strip()));
        return text.toString().strip();
    }

    /// A comment speaks of the lines below it, up to a blank line; it is shown at the first of them.
    private static List<Default> properties(String text) {
        List<Default> found = new ArrayList<>();
        String why = "";
        for (String line : text.split("\n", -1)) {
            if (line.isBlank()) {
                why = "";
            } else if (line.startsWith("#")) {
                why = (why + " " + line.substring(1).strip()).strip();
            } else {
                int equals = line.indexOf('=');
                String name = line.substring(0, equals);
                if (!name.startsWith("%")) {
                    found.add(new Default(name, line.substring(equals + 1), why));
                    why = "";
                }
            }
        }
        return found;
    }
}
