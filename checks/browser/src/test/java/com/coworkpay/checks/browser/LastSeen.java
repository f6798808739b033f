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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/// What each visitor saw last, as picture and as text under `target/last-seen`, for whoever looks into a failure. That
/// of a test that failed is printed too, a line each: of a run elsewhere the output is all there is.
final class LastSeen implements TestWatcher {
    private static final Path FOLDER = Path.of("target/last-seen");
    private static final int PRINTED_CHARS = 1_000;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        String test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        print(test + " failed", cause == null ? "" : String.valueOf(cause.getMessage()));
        if (!Files.isDirectory(FOLDER)) {
            return; // it failed before anybody saw a page
        }
        try (var files = Files.newDirectoryStream(FOLDER, test + "-*.txt")) {
            for (Path file : files) {
                print(test + " saw last", Files.readString(file));
            }
        } catch (IOException failed) {
            print(test, failed.toString());
        }
    }

    private static void print(String what, String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        System.out.println("[ERROR] " + what + ": " + line.substring(0, Math.min(line.length(), PRINTED_CHARS)));
    }

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
