package com.coworkpay.checks.observability;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tables of docs/reference/metrics.md.
final class MetricsReference {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\|([^|]*)\\| ([^|]+) \\| (max|sum|each) \\| (.+) \\|$");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");

    private static final Pattern PART = Pattern.compile("(\\w+)_(count|sum|bucket)");
    private static final Map<String, Set<String>> SERIES =
            Map.of("histogram", Set.of("count", "sum", "bucket"), "summary", Set.of("count", "sum"));

    /// What Prometheus, the cluster and histograms add.
    private static final Set<String> ALWAYS = Set.of("job", "instance", "namespace", "pod", "le");

    record Metric(String name, String type, Set<String> labels) {}

    private final Map<String, Metric> byName = new LinkedHashMap<>();

    MetricsReference() {
        Matcher row = ROW.matcher(Repository.text(Repository.resolve("docs/reference/metrics.md")));
        while (row.find()) {
            Set<String> labels = WORD.matcher(row.group(3))
                    .results()
                    .map(word -> word.group(1))
                    .collect(Collectors.toSet());
            byName.put(row.group(1), new Metric(row.group(1), row.group(2), labels));
        }
    }

    Set<String> names() {
        return byName.keySet();
    }

    /// The metric to which this name of a series belongs: a histogram and a summary are several series.
    @Nullable
    Metric find(String series) {
        Metric exact = byName.get(series);
        if (exact != null) {
            return SERIES.containsKey(exact.type()) ? null : exact;
        }
        Matcher part = PART.matcher(series);
        if (!part.matches()) {
            return null;
        }
        Metric whole = byName.get(part.group(1));
        return whole != null && SERIES.getOrDefault(whole.type(), Set.of()).contains(part.group(2)) ? whole : null;
    }

    /// Every name and label in the expression that the reference does not know.
    Set<String> unknownIn(String expr) {
        Set<String> unknown = new TreeSet<>();
        for (String name : PromQl.metrics(expr)) {
            Metric metric = find(name);
            if (metric == null) {
                unknown.add(name);
            } else {
                Set<String> labels = new TreeSet<>(PromQl.labels(expr, name));
                labels.removeAll(ALWAYS);
                labels.removeAll(metric.labels());
                labels.forEach(label -> unknown.add(name + "{" + label + "}"));
            }
        }
        return unknown;
    }

    /// Rows that the pattern above passed over would be checked by nobody.
    static long rowsWritten() {
        return Arrays.stream(Repository.text(Repository.resolve("docs/reference/metrics.md"))
                        .split("\n"))
                .filter(line -> line.startsWith("| `"))
                .count();
    }
}
