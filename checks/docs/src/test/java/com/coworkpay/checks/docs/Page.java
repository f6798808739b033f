package com.coworkpay.checks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A page with parts that are made from the code, each between two comments. What stands around them is written by
/// hand.
public record Page(Path file) {
    private static final String WRITE = "contracts.write";

    /// Fails where a part is not what it would be if it were made now.
    ///
    /// @param parts their texts by their names
    public void holds(Map<String, String> parts) {
        String present = Repository.read(file);
        String wanted = present;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            wanted = with(wanted, part.getKey(), part.getValue());
        }
        if (Boolean.getBoolean(WRITE)) {
            write(wanted);
            return;
        }
        assertThat(present.equals(wanted))
                .withFailMessage(
                        "%s is not what the code says. Renew it, look at the difference and commit it: "
                                + "mvn -pl checks/docs test -D%s=true%nIt has%n%s%nand should have%n%s",
                        Repository.ROOT.relativize(file),
                        WRITE,
                        linesOnlyOf(present, wanted),
                        linesOnlyOf(wanted, present))
                .isTrue();
    }

    private static String linesOnlyOf(String one, String other) {
        Set<String> known = other.lines().collect(Collectors.toSet());
        return one.lines().filter(line -> !known.contains(line)).collect(Collectors.joining("\n"));
    }

    private String with(String page, String name, String text) {
        String begin = "<!-- made from the code: " + name + " -->\n";
        String end = "<!-- end: " + name + " -->";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        assertThat(from >= 0 && to > from)
                .as("%s has no part between %s and %s", file, begin.strip(), end)
                .isTrue();
        return page.substring(0, from + begin.length()) + text.stripTrailing() + "\n" + page.substring(to);
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
