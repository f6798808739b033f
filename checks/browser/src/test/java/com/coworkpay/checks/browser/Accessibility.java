package com.coworkpay.checks.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// WCAG 2.2 AA as far as a program can see it, light on a desk and dark in a hand; and nothing scrolls sideways on the
/// narrowest screen. Each state once in each language.
final class Accessibility implements Eye {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int NARROWEST = 320;

    private static final String SIDEWAYS = """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) { return []; }
              return [...document.querySelectorAll('body *')]
                .filter(each => each.getBoundingClientRect().right > width + 1 && !each.children.length)
                .slice(0, 5)
                .map(each => each.outerHTML.slice(0, 120))
                .concat('the page is ' + document.documentElement.scrollWidth + ' wide');
            }""";

    private static final Set<String> LOOKED_AT = new HashSet<>();

    @Override
    public List<String> look(Page page, Language language, String state) {
        if (!LOOKED_AT.add(language + " " + state)) {
            return List.of();
        }
        var before = page.viewportSize();
        var found = new ArrayList<String>();
        // Colours do not depend on the width, nor sizes on the colours: two of the four are enough.
        found.addAll(violations(page, Screen.DESK, ColorScheme.LIGHT));
        found.addAll(violations(page, Screen.PHONE, ColorScheme.DARK));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(NARROWEST, Screen.PHONE.height());
        if (page.evaluate(SIDEWAYS) instanceof List<?> wide) {
            wide.forEach(each -> found.add(NARROWEST + " px: sticks out: " + each));
        }
        page.setViewportSize(before.width, before.height);
        return found.stream()
                .map(each -> "%s (%s): %s".formatted(state, language.tag(), each))
                .toList();
    }

    private static List<String> violations(Page page, Screen screen, ColorScheme scheme) {
        page.setViewportSize(screen.width(), screen.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        // Without a second tab for the report: a visitor's tabs are counted.
        return new AxeBuilder(page)
                .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
                        .map(violation -> screen + " " + scheme + ": " + text(violation))
                        .toList();
    }

    private static String text(Rule rule) {
        return rule.getId() + ", " + rule.getHelp()
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> "\n    " + node.getHtml() + "\n      "
                                + String.valueOf(node.getFailureSummary()).replace("\n", "\n      "))
                        .collect(Collectors.joining());
    }
}
