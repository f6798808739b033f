package com.coworkpay.checks.docs.settings;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One interface with `@ConfigMapping`, and the groups inside it.
final class Mapping {
    private final String module;
    private final CompilationUnitTree unit;
    private final DocTrees docs;
    private final ClassTree top;
    private final Map<String, ClassTree> groups = new HashMap<>();

    Mapping(String module, CompilationUnitTree unit, DocTrees docs, ClassTree top) {
        this.module = module;
        this.unit = unit;
        this.docs = docs;
        this.top = top;
        collectGroups(top);
    }

    List<Setting> settings() {
        String prefix = argument(top.getModifiers(), "ConfigMapping").orElseThrow();
        return below(prefix, top).toList();
    }

    private void collectGroups(ClassTree type) {
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree group) {
                groups.put(group.getSimpleName().toString(), group);
                collectGroups(group);
            }
        }
    }

    private Stream<Setting> below(String prefix, ClassTree type) {
        List<Stream<Setting>> found = new ArrayList<>();
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                String name = prefix + "." + hyphenated(method.getName().toString());
                ClassTree group = groups.get(String.valueOf(method.getReturnType()));
                found.add(group == null ? Stream.of(setting(name, method)) : below(name, group));
            }
        }
        return found.stream().flatMap(settings -> settings);
    }

    private Setting setting(String name, MethodTree method) {
        String type = String.valueOf(method.getReturnType());
        String value = argument(method.getModifiers(), "WithDefault").orElse(null);
        return new Setting(
                module,
                name,
                Forms.inWords(name, type),
                value,
                value == null && !type.startsWith("Optional<"),
                doc(method));
    }

    private String doc(Tree tree) {
        TreePath path = TreePath.getPath(unit, tree);
        return Objects.requireNonNullElse(path == null ? null : docs.getDocComment(path), "");
    }

    /// The value of an annotation's only argument, or the one called `prefix`; a text or a number.
    private static Optional<String> argument(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .filter(found -> found.getAnnotationType().toString().equals(annotation))
                .map(AnnotationTree::getArguments)
                .map(arguments -> literal(arguments.getFirst()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable String literal(ExpressionTree argument) {
        ExpressionTree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
        return value instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : null;
    }

    private static String hyphenated(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
