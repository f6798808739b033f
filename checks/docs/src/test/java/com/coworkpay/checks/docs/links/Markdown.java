package com.coworkpay.checks.docs.links;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The little of Markdown that links need.
final class Markdown {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```\\s*$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*$");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z]+:.*");

    private Markdown() {}

    /// To files of this repository, as they are written.
    static List<String> links(String page) {
        String text = CODE.matcher(FENCED.matcher(page).replaceAll("")).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
    }

    /// What headings are called in links, by the rule of the usual hosts: lower case, no punctuation, hyphens for
    /// blanks, a number at those that come again.
    static Set<String> anchors(String page) {
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(FENCED.matcher(page).replaceAll(""))
                .results()
                .map(Markdown::anchor)
                .forEach(anchor -> {
                    String name = anchor;
                    for (int again = 1; !anchors.add(name); again++) {
                        name = anchor + "-" + again;
                    }
                });
        return anchors;
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                .replace(' ', '-');
    }
}
