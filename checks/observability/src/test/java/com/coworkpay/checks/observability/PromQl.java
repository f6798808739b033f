package com.coworkpay.checks.observability;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a PromQL expression names. Whether it is well-formed is promtool's to say.
final class PromQl {
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.$])[a-zA-Z_:][\\w:]*(?!\\s*[\\w:(])");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\{([^}]*)}");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    private PromQl() {}

    static Set<String> metrics(String expr) {
        String bare = GROUPING.matcher(TEXT.matcher(expr).replaceAll("\"\""))
                .replaceAll("")
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^\\]]*]", "");
        Set<String> metrics = new TreeSet<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            if (!WORDS.contains(name.group())) {
                metrics.add(name.group());
            }
        }
        return metrics;
    }

    /// Labels by which series of this metric are chosen.
    static Set<String> labels(String expr, String metric) {
        Set<String> labels = new TreeSet<>();
        Matcher selector = SELECTOR.matcher(TEXT.matcher(expr).replaceAll("\"\""));
        while (selector.find()) {
            if (selector.group(1).equals(metric)) {
                Arrays.stream(selector.group(2).split(","))
                        .map(matcher -> matcher.strip().split("[=!~]", 2)[0].strip())
                        .filter(label -> !label.isEmpty())
                        .forEach(labels::add);
            }
        }
        return labels;
    }
}
