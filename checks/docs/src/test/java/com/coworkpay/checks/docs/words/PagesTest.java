package com.coworkpay.checks.docs.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.checks.docs.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Pages stay short and say a thing once. Two branches that both rewrote a page leave it with both texts.
class PagesTest {
    private static final int MAX_WORDS_OF_DESIGN_PAGE = 800;
    private static final int BEGINNING = 60;
    private static final Pattern WORD = Pattern.compile("\\S*\\w\\S*");

    @Test
    void aDesignPageHasAtMostEightHundredWords() {
        var tooLong = new ArrayList<String>();
        for (Path page : Repository.files(Repository.path("docs/design"), ".md")) {
            long words = WORD.matcher(Repository.read(page)).results().count();
            if (words > MAX_WORDS_OF_DESIGN_PAGE) {
                tooLong.add(page.getFileName() + ": " + words);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void aPageSaysAThingOnce() {
        var doubled = new ArrayList<String>();
        for (Path page : pages()) {
            Set<String> begun = new HashSet<>();
            for (String text : texts(Repository.read(page))) {
                if (!begun.add(text)) {
                    doubled.add(Repository.ROOT.relativize(page) + ": " + text);
                }
            }
        }
        assertThat(doubled).isEmpty();
    }

    private static List<Path> pages() {
        return Stream.concat(
                        Repository.files(Repository.path("docs"), ".md").stream(),
                        Stream.of("README.md", "README.ko.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                                .map(Repository::path))
                .toList();
    }

    /// Rows of tables whole, of other lines the beginning. Code may repeat itself, and what is made from it.
    private static List<String> texts(String page) {
        var texts = new ArrayList<String>();
        boolean isCode = false;
        for (String line : page.split("\n")) {
            if (line.strip().startsWith("```")) {
                isCode = !isCode;
            } else if (line.startsWith("<!-- made from the code") || line.startsWith("<!-- end")) {
                isCode = line.startsWith("<!-- made");
            } else if (!isCode && !line.startsWith("   ") && line.length() >= BEGINNING) {
                texts.add(line.startsWith("|") ? line : line.substring(0, BEGINNING));
            }
        }
        return texts;
    }
}
