package com.coworkpay.checks.docs.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.checks.docs.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every link of a page leads somewhere, and every page is led to.
class LinksTest {

    @Test
    void everyLinkLeadsToAFileAndToAHeadingOfIt() {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            Markdown.links(Repository.read(page)).stream()
                    .filter(link -> !leads(page, link))
                    .forEach(link -> dead.add(Repository.ROOT.relativize(page) + " → " + link));
        }
        assertThat(dead).as("links that lead nowhere").isEmpty();
    }

    @Test
    void everyPageIsLedTo() {
        Set<Path> reached = new HashSet<>();
        for (Path page : pages()) {
            Markdown.links(Repository.read(page)).stream()
                    .map(link -> target(page, link))
                    .forEach(reached::add);
        }
        List<Path> alone = pages().stream()
                .filter(page -> !page.endsWith("README.md"))
                .filter(page -> !reached.contains(page) && !reached.contains(page.getParent()))
                .toList();
        assertThat(alone)
                .as("pages that no page links to, neither by themselves nor by their folder")
                .isEmpty();
    }

    /// `docs/adr/0040-title.md` begins with `# 40. `, and no other decision has that number.
    @Test
    void everyDecisionHasANumberOfItsOwn() {
        Set<String> taken = new HashSet<>();
        for (Path decision : decisions()) {
            String number = decision.getFileName().toString().substring(0, 4);
            assertThat(taken.add(number))
                    .as("two decisions are numbered %s", number)
                    .isTrue();
            assertThat(Repository.read(decision))
                    .as(decision.toString())
                    .startsWith("# " + Integer.parseInt(number) + ". ");
        }
    }

    /// `| 40 | [title](file) | date | status |`, as the decision itself says it.
    @Test
    void theIndexHasEveryDecisionWithItsDateAndStatus() {
        String index = Repository.read(Repository.path("docs/adr/README.md"));
        List<String> rows =
                index.lines().filter(line -> line.matches("\\| \\d+ \\|.*")).toList();
        List<String> wanted = decisions().stream().map(LinksTest::row).toList();
        assertThat(rows).isEqualTo(wanted);
    }

    private static String row(Path decision) {
        List<String> lines = Repository.read(decision).lines().toList();
        String[] title = lines.getFirst().substring(2).split("\\. ", 2);
        String[] status = lines.get(2).split(" · ", 2);
        assertThat(status)
                .as(decision + " has a date and a status in its third line")
                .hasSize(2);
        return "| %s | [%s](%s) | %s | %s |"
                .formatted(title[0], title[1], decision.getFileName(), status[0], status[1]);
    }

    private static List<Path> decisions() {
        return Repository.files(Repository.path("docs/adr"), ".md").stream()
                .filter(page -> !page.endsWith("README.md"))
                .toList();
    }

    private static List<Path> pages() {
        return Repository.files(Repository.ROOT, ".md");
    }

    private static boolean leads(Path page, String link) {
        Path target = target(page, link);
        if (!Files.exists(target)) {
            return false;
        }
        int hash = link.indexOf('#');
        return hash < 0
                || !target.toString().endsWith(".md")
                || Markdown.anchors(Repository.read(target)).contains(link.substring(hash + 1));
    }

    private static Path target(Path page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        return file.isEmpty()
                ? page
                : page.resolveSibling(file).toAbsolutePath().normalize();
    }
}
