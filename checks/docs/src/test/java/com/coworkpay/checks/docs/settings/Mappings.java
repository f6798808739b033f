package com.coworkpay.checks.docs.settings;

import com.coworkpay.checks.docs.Repository;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Reads the interfaces with `@ConfigMapping` by the compiler's own parser: names, defaults and comments, without
/// building anything.
final class Mappings {
    private static final String ANNOTATION = "@ConfigMapping(";

    private Mappings() {}

    static List<Setting> read() {
        List<Path> sources = Repository.mainSources().stream()
                .filter(file -> Repository.read(file).contains(ANNOTATION))
                .toList();
        List<Setting> settings = new ArrayList<>();
        for (Path source : sources) {
            settings.addAll(of(source));
        }
        return settings;
    }

    private static List<Setting> of(Path source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        JavacTask task = (JavacTask)
                compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
        DocTrees docs = DocTrees.instance(task);
        List<Setting> settings = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree declared) {
                        settings.addAll(new Mapping(Repository.moduleOf(source), unit, docs, declared).settings());
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return settings;
    }
}
