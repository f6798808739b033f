package com.coworkpay.checks.docs.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.checks.docs.Repository;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The enums of problem types: compiled here from their sources, which need nothing but each other, and asked for
/// what they answer.
final class ProblemTypes {
    private static final String INTERFACE = "ProblemType.java";

    private ProblemTypes() {}

    /// HTTP statuses by the last word of the `type`, of the enums of these sources.
    static Map<String, Integer> of(List<Path> enums, Path classes) throws ReflectiveOperationException {
        compile(enums, classes);
        Map<String, Integer> statuses = new TreeMap<>();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url(classes)}, null)) {
            for (Path source : enums) {
                for (Object constant : Objects.requireNonNull(
                        loader.loadClass(className(source)).getEnumConstants())) {
                    statuses.put((String) ask(constant, "slug"), (Integer) ask(constant, "status"));
                }
            }
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
        return statuses;
    }

    /// Sources of the enums that implement the interface, by the module they are in.
    static Map<String, List<Path>> sources() {
        return Repository.mainSources().stream()
                .filter(file -> Repository.read(file).contains(" implements ProblemType {"))
                .collect(Collectors.groupingBy(Repository::moduleOf));
    }

    private static void compile(List<Path> enums, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        List<Path> sources = Stream.concat(enums.stream(), problemType()).toList();
        StringWriter said = new StringWriter();
        boolean compiled = compiler.getTask(
                        said,
                        files,
                        null,
                        List.of("-proc:none", "-d", classes.toString(), "-classpath", classes.toString()),
                        null,
                        files.getJavaFileObjectsFromPaths(sources))
                .call();
        assertThat(compiled)
                .as("enums of problem types need nothing but ProblemType: %s", said)
                .isTrue();
    }

    private static Stream<Path> problemType() {
        return Repository.mainSources().stream()
                .filter(file -> file.getFileName().toString().equals(INTERFACE));
    }

    private static Object ask(Object constant, String question) throws ReflectiveOperationException {
        Method method = constant.getClass().getMethod(question);
        method.setAccessible(true);
        return Objects.requireNonNull(method.invoke(constant));
    }

    private static String className(Path source) {
        String path = source.toString();
        String below = path.substring(path.indexOf("/src/main/java/") + "/src/main/java/".length());
        return below.substring(0, below.length() - ".java".length()).replace('/', '.');
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
