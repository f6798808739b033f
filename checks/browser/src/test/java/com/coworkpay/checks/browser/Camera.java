package com.coworkpay.checks.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Takes each state light and dark, on a desk and in a hand: `overview-ko-desk-light.png`.
record Camera(Path folder) implements Eye {
    @Override
    public List<String> look(Page page, Language language, String state) {
        var before = page.viewportSize();
        for (Screen screen : Screen.values()) {
            page.setViewportSize(screen.width(), screen.height());
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(picture(state, language, screen, scheme))
                        .setFullPage(true)
                        // Hiding it would take a style sheet, which the page's policy refuses.
                        .setCaret(ScreenshotCaret.INITIAL));
            }
        }
        page.setViewportSize(before.width, before.height);
        System.out.println("Picture: " + state + " (" + language.tag() + ")");
        return List.of();
    }

    Path picture(String state, Language language, Screen screen, ColorScheme scheme) {
        String name = String.join(
                "-", state, language.tag(), screen.tag(), scheme.name().toLowerCase(Locale.ROOT));
        return folder.resolve(name + ".png");
    }
}
