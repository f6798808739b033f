package com.coworkpay.checks.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// `./coworkpay pictures`: every page as a picture, for people to look at; nothing compares them.
@EnabledIfSystemProperty(named = "coworkpay.pictures", matches = ".+", disabledReason = "only for ./coworkpay pictures")
class PicturesIT {
    /// What README and the guides show, by the state that it shows.
    private static final Map<String, Shown> OF_THE_GUIDES = Map.of(
            "connect", new Shown("kakaopay-not-connected", Screen.DESK),
            "overview", new Shown("overview", Screen.DESK),
            "transactions", new Shown("transactions", Screen.DESK),
            "transaction", new Shown("transaction-partly-refunded", Screen.DESK),
            "refund", new Shown("refund-second", Screen.DESK),
            "checkout", new Shown("checkout-open", Screen.PHONE),
            "receipt", new Shown("receipt", Screen.PHONE));

    private record Shown(String state, Screen screen) {}

    @Test
    void everyPage() throws IOException {
        var camera = new Camera(Path.of(System.getProperty("coworkpay.pictures")));
        Files.createDirectories(camera.folder());
        for (Language language : Language.values()) {
            new Tour(Suite.shared(), language, camera).take();
        }
        String guides = System.getProperty("coworkpay.guide-pictures", "");
        if (!guides.isEmpty()) {
            OF_THE_GUIDES.forEach((name, shown) -> keep(camera, name, shown, Path.of(guides)));
        }
    }

    private static void keep(Camera camera, String name, Shown shown, Path folder) {
        for (Language language : Language.values()) {
            try {
                Files.createDirectories(folder);
                SmallPng.write(
                        camera.picture(shown.state(), language, shown.screen(), ColorScheme.LIGHT),
                        folder.resolve(name + "-" + language.tag() + ".png"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
