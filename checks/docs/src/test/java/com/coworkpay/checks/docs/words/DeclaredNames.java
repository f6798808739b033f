package com.coworkpay.checks.docs.words;

import com.coworkpay.checks.docs.Repository;
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
import javax.lang.model.element.Name;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The names that Java sources declare: of types, of their members, and of the members' parameters.
final class DeclaredNames extends TreeScanner<Void, Void> {
    private final List<String> types = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private String module = "";

    /// A field, a component of a record, an enum's constant, a method, or a parameter of one.
    record Member(String module, String type, String name) {
        @Override
        public String toString() {
            return module + ": " + type + "." + name;
        }
    }

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
                names.module = Repository.moduleOf(Path.of(unit.getSourceFile().toUri()));
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

    List<Member> members() {
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
                case MethodTree method -> {
                    add(type, method.getName());
                    method.getParameters().forEach(parameter -> add(type, parameter.getName()));
                }
                case VariableTree field -> add(type, field.getName());
                default -> {}
            }
        }
        return super.visitClass(type, nothing);
    }

    private void add(ClassTree type, Name name) {
        members.add(new Member(module, type.getSimpleName().toString(), name.toString()));
    }
}
