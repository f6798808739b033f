package com.coworkpay.checks.browser;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The machine's own browser: Chromium, Chrome or Edge. One for all tests of this module.
final class Chromium {
    private static final List<String> NAMES = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome-stable",
            "google-chrome",
            "microsoft-edge-stable",
            "microsoft-edge");

    private static final List<String> PLACES = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");

    private static @Nullable Playwright playwright;
    private static @Nullable Browser shared;

    private Chromium() {}

    static synchronized Browser shared() {
        if (shared == null) {
            // Their own download is never used.
            var started = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var arguments = new ArrayList<>(List.of("--disable-dev-shm-usage", "--font-render-hinting=none"));
            if (System.getProperty("user.name").equals("root")) {
                arguments.add("--no-sandbox");
            }
            playwright = started;
            shared = started.chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        }
        return shared;
    }

    /// Requests as the person of these pages makes them; what they set stays out of that person's browser.
    static synchronized APIRequestContext requestsOf(BrowserContext person) {
        return Objects.requireNonNull(playwright)
                .request()
                .newContext(new APIRequest.NewContextOptions().setStorageState(person.storageState()));
    }

    private static Path executable() {
        String named = System.getProperty("coworkpay.browser", System.getenv().getOrDefault("COWORKPAY_BROWSER", ""));
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        var path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"));
        return Stream.concat(
                        path.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))),
                        PLACES.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no Chromium, Chrome or Edge on this machine;"
                        + " install one, or name it by COWORKPAY_BROWSER."));
    }
}
