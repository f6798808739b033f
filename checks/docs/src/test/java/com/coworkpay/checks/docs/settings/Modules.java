package com.coworkpay.checks.docs.settings;

import com.coworkpay.checks.docs.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Which programs use which of the suite's libraries, by their poms.
final class Modules {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern OWN_NAME = Pattern.compile("(?s)</parent>\\s*<artifactId>([^<]+)</artifactId>");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "(?s)<dependency>\\s*<groupId>com\\.coworkpay</groupId>\\s*<artifactId>([^<]+)</artifactId>(.*?)</dependency>");

    private final Map<String, String> folders = new LinkedHashMap<>();

    Modules() {
        MODULE.matcher(pom(".")).results().map(found -> found.group(1)).forEach(folder -> OWN_NAME.matcher(pom(folder))
                .results()
                .findFirst()
                .ifPresent(name -> folders.put(name.group(1), folder)));
    }

    /// Programs that read the settings of this module: the module itself if it is one.
    List<String> programsWith(String module) {
        return Repository.PROGRAMS.stream()
                .filter(program -> program.equals(module) || libraries(program).contains(module))
                .toList();
    }

    /// Folders of the suite's libraries that a program is built with, those of its libraries included.
    List<String> libraries(String program) {
        List<String> found = new ArrayList<>();
        collect(program, found);
        return found;
    }

    private void collect(String module, List<String> found) {
        DEPENDENCY
                .matcher(pom(module))
                .results()
                .filter(dependency -> !dependency.group(2).contains("<scope>test</scope>"))
                .map((MatchResult dependency) -> folders.getOrDefault(dependency.group(1), ""))
                .filter(folder -> !folder.isEmpty() && !found.contains(folder))
                .forEach(folder -> {
                    found.add(folder);
                    collect(folder, found);
                });
    }

    private static String pom(String folder) {
        return Repository.read(Repository.path(folder).resolve("pom.xml"));
    }
}
