package com.coworkpay.checks.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/// What holds for every state of every page.
final class Inspection implements Eye {
    private final List<Eye> eyes = List.of(new Accessibility(), new DeadEnds());

    @Override
    public List<String> look(Page page, Language language, String state) {
        return eyes.stream()
                .flatMap(eye -> eye.look(page, language, state).stream())
                .toList();
    }
}
