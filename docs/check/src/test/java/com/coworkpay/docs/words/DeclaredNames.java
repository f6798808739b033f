package com.coworkpay.docs.words;

import com.coworkpay.docs.Repository;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The names that Java sources declare: of types, and of their members.
final class DeclaredNames extends TreeScanner<Void, Void> {
    private final List<String> types = new ArrayList<>();
    private final List<String> members = new ArrayList<>();

    private DeclaredNames() {}

    static DeclaredNames of(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var names = new DeclaredNames();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                names.scan(unit, null);
            }
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static DeclaredNames ofThePrograms() {
        return of(Repository.mainSources());
    }

    /// In the order of their declaration; a name that is declared twice is there twice.
    List<String> types() {
        return types;
    }

    List<String> members() {
        return members;
    }

    /// `DueRefund` is `due`, `refund`; `MAX_KRW` is `max`, `krw`.
    static List<String> words(String name) {
        return List.of(name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .split("_+"));
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        if (!type.getSimpleName().isEmpty()) {
            types.add(type.getSimpleName().toString());
        }
        for (var member : type.getMembers()) {
            switch (member) {
                case MethodTree method -> members.add(method.getName().toString());
                case VariableTree field -> members.add(field.getName().toString());
                default -> {}
            }
        }
        return super.visitClass(type, nothing);
    }
}
