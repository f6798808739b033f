package com.coworkpay.checks.browser;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The texts of the console's pages, from its message bundles: a key is of one of them.
final class Texts {

    private static final Path CONSOLE =
            Path.of(System.getProperty("coworkpay.root")).resolve("console/src/main");
    private static final String LITERAL = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final String ENGLISH = Stream.of(
                    "Messages", "ApprovalMessages", "FrameMessages", "BatchMessages", "ResolutionMessages")
            .map(bundle -> read(CONSOLE.resolve("java/com/coworkpay/console/words/" + bundle + ".java")))
            .collect(Collectors.joining("\n"));
    private static final Properties KOREAN = properties("msg", "approval", "frame", "batch", "resolution");

    private Texts() {}

    static String english(String key, String variant) {
        var message = Pattern.compile("@Message\\(((?:\\s*\\+?\\s*" + LITERAL + ")+)\\s*\\)\\s+String " + key + "\\(")
                .matcher(ENGLISH)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .map(Texts::joined);
        return text(message.orElseThrow(() -> new IllegalStateException("no text " + key)), variant);
    }

    /// A long text is written in several parts.
    private static String joined(String literals) {
        return Pattern.compile(LITERAL)
                .matcher(literals)
                .results()
                .map(part ->
                        part.group().substring(1, part.group().length() - 1).translateEscapes())
                .collect(Collectors.joining());
    }

    static String korean(String key, String variant) {
        String message = KOREAN.getProperty(key);
        if (message == null) {
            throw new IllegalStateException("no Korean text " + key);
        }
        return text(message, variant);
    }

    /// With `%s` where a value comes.
    private static String text(String message, String variant) {
        String chosen = variant.isEmpty() ? message : variantOf(message, variant);
        return chosen.replace("%", "%%").replaceAll("\\{[a-zA-Z.]+}", "%s");
    }

    private static String variantOf(String message, String variant) {
        return Pattern.compile("\\{#is '" + variant + "'}(.*?)\\{[#/]")
                .matcher(message)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no variant " + variant + " in " + message));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties properties(String... bundles) {
        var properties = new Properties();
        for (String bundle : bundles) {
            try (Reader reader =
                    Files.newBufferedReader(CONSOLE.resolve("resources/messages/" + bundle + "_ko.properties"))) {
                properties.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return properties;
    }
}
