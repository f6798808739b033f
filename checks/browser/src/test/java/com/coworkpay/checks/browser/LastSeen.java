package com.coworkpay.checks.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// What each visitor saw last, as picture and as text under `target/last-seen`, for whoever looks into a failure.
final class LastSeen {
    private static final Path FOLDER = Path.of("target/last-seen");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private LastSeen() {}

    static void keep(BrowserContext context) {
        for (Page page : context.pages()) {
            keep(page, "%s-%02d".formatted(test(), NUMBER.incrementAndGet()));
        }
    }

    private static void keep(Page page, String name) {
        try {
            Files.createDirectories(FOLDER);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(FOLDER.resolve(name + ".png"))
                    .setCaret(ScreenshotCaret.INITIAL));
            Files.writeString(
                    FOLDER.resolve(name + ".txt"),
                    page.url() + "\n\n" + page.locator("body").innerText());
        } catch (PlaywrightException gone) {
            System.out.println(name + " cannot be kept: " + gone.getMessage());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String test() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().endsWith("IT"))
                        .reduce((inner, outer) -> outer)
                        .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
                        .orElse("visit"));
    }
}
