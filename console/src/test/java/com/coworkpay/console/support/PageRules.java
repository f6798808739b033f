package com.coworkpay.console.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What holds on every page and part of one: sound HTML, nothing that the browser's policy forbids, names for all
/// controls, nothing left of a template.
final class PageRules {

    private static final Pattern LEFT_OVER = Pattern.compile("\\bnull\\b|NOT_FOUND|Optional\\[|@[0-9a-f]{6,}");

    private final Document html;
    private final List<String> faults = new ArrayList<>();

    private PageRules(Document html) {
        this.html = html;
    }

    static List<String> faults(Document html, String source, List<String> parsing) {
        PageRules rules = new PageRules(html);
        boolean isWhole =
                source.stripLeading().toLowerCase(java.util.Locale.ROOT).startsWith("<!doctype html>");
        if (isWhole) {
            rules.faults.addAll(parsing);
            rules.frame();
        }
        rules.nothingInline();
        rules.ids();
        rules.controls();
        rules.forms();
        rules.leftOvers();
        return rules.faults;
    }

    private void frame() {
        require(html.select("html[lang=ko],html[lang=en]").size() == 1, "no language");
        require(!html.title().isBlank(), "no title");
        require(html.select("h1").size() == 1, "headings of first rank: " + html.select("h1"));
        require(html.select("main").size() == 1, "no main");
        int before = 1;
        for (Element heading : html.select("main h1, main h2, main h3, main h4")) {
            int rank = heading.tagName().charAt(1) - '0';
            require(rank <= before + 1, "rank left out before " + heading);
            before = rank;
        }
    }

    private void nothingInline() {
        html.select("[style], style").forEach(each -> faults.add("inline style: " + each));
        html.select("script:not([src])").forEach(each -> faults.add("inline script: " + each));
        html.select("script[src], link[href]").forEach(each -> {
            String source = each.hasAttr("src") ? each.attr("src") : each.attr("href");
            require(source.matches("/(console|checkout)/assets/[0-9a-f]{12}/[a-z.-]+"), "from elsewhere: " + each);
        });
        html.getAllElements().forEach(element -> element.attributes().forEach(attribute -> {
            require(!attribute.getKey().startsWith("on"), "handler: " + element);
            require(
                    !attribute
                            .getValue()
                            .strip()
                            .toLowerCase(java.util.Locale.ROOT)
                            .startsWith("javascript:"),
                    "script in an address: " + element);
        }));
    }

    private void ids() {
        Set<String> ids = new HashSet<>();
        html.select("[id]").forEach(each -> require(ids.add(each.id()), "id twice: " + each.id()));
        for (String reference : List.of("aria-labelledby", "aria-describedby", "for")) {
            html.select("[" + reference + "]")
                    .forEach(each -> List.of(each.attr(reference).split(" "))
                            .forEach(id -> require(ids.contains(id), reference + " of nothing: " + each)));
        }
    }

    private void controls() {
        html.select("input:not([type=hidden]), select, textarea").forEach(each -> {
            boolean isNamed = each.hasAttr("aria-label")
                    || each.closest("label") != null
                    || !html.select("label[for=" + (each.id().isEmpty() ? "-" : each.id()) + "]")
                            .isEmpty();
            require(isNamed, "no label: " + each);
        });
        html.select("button, a[href], summary, th, legend")
                .forEach(each -> require(
                        !each.text().isBlank() || each.hasAttr("aria-label") || each.selectFirst("title") != null,
                        "no name: " + each));
        html.select("a").forEach(each -> require(!each.attr("href").isBlank(), "leads nowhere: " + each));
        // The guides are Markdown, whose tables have heads of columns alone.
        html.select("th:not(thead th)").forEach(each -> require(each.hasAttr("scope"), "no scope: " + each));
        html.select("table").forEach(each -> require(each.selectFirst("th") != null, "no heads: " + each));
    }

    private void forms() {
        html.select("form").forEach(each -> {
            require(each.attr("action").matches("/(console|checkout)(/.*)?"), "sent elsewhere: " + each);
            require(each.attr("method").matches("get|post"), "no method: " + each);
            require(!each.select("button").isEmpty(), "no button: " + each);
        });
    }

    private void leftOvers() {
        String seen = html.text() + " " + html.select("[value]").eachAttr("value")
                + html.select("[href]").eachAttr("href");
        require(
                !LEFT_OVER.matcher(seen).find(),
                "left of a template: "
                        + LEFT_OVER
                                .matcher(seen)
                                .results()
                                .map(found -> seen.substring(
                                        Math.max(0, found.start() - 40), Math.min(seen.length(), found.end() + 40)))
                                .toList());
    }

    private void require(boolean isRight, String fault) {
        if (!isRight) {
            faults.add(fault);
        }
    }
}
