package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// The end of a log, for the person who has to find out why a part did not start.
final class LastLines {
    private static final int LINES = 25;

    private static final String MIGRATIONS_DIFFER = "Migrations have failed validation";

    private LastLines() {}

    private static String advice(String end) {
        return end.contains(MIGRATIONS_DIFFER)
                ? "\nThe databases here were made by another version of CoworkPay. ./coworkpay up --fresh forgets them."
                : "";
    }

    static String of(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String end = lines.stream()
                    .skip(Math.max(0, lines.size() - LINES))
                    .map(line -> "    " + line)
                    .collect(Collectors.joining("\n"));
            return "The last lines of " + log + ":\n" + end + advice(end);
        } catch (IOException unreadable) {
            return "Its log " + log + " cannot be read.";
        }
    }
}
