package com.coworkpay.checks.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunbooksTest {
    private static final Pattern ENDPOINT = Pattern.compile("`(GET|PUT|POST|DELETE) (/(?:v1|internal)/[^`? ]*)");
    private static final Pattern PROMQL = Pattern.compile("```promql\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern METRIC = Pattern.compile("coworkpay_[a-z_]+");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+\\.md)");

    private static final List<Path> PAGES = Repository.files(Repository.runbooks(), ".md").stream()
            .filter(page -> !page.endsWith("README.md"))
            .toList();

    @Test
    void eachAlertHasAPageAndEachPageAnAlert() {
        Set<String> pages = PAGES.stream()
                .map(page -> "docs/runbooks/" + page.getFileName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> alerts = Alert.all().stream().map(Alert::runbook).collect(Collectors.toCollection(TreeSet::new));
        assertThat(pages).isEqualTo(alerts);
    }

    @Test
    void eachPageHasTheThreeSections() {
        assertThat(PAGES)
                .allSatisfy(page -> assertThat(Repository.text(page).lines().filter(line -> line.startsWith("## ")))
                        .as(page.toString())
                        .containsExactly("## Meaning", "## Look", "## Do"));
    }

    @Test
    void eachPageIsNamedAndListedLikeItsAlert() {
        String index = Repository.text(Repository.runbooks().resolve("README.md"));
        assertThat(Alert.all()).allSatisfy(alert -> {
            String page = Repository.text(Repository.resolve(alert.runbook()));
            String severity = alert.labels().path("severity").asText();
            assertThat(page).startsWith("# " + alert.name() + "\n" + severity);
            assertThat(index)
                    .contains("| [" + alert.name() + "]("
                            + Path.of(alert.runbook()).getFileName() + ") | " + severity + " |");
        });
    }

    @Test
    void eachEndpointIsInTheContracts() {
        Set<String> known = endpoints();
        assertThat(known).hasSizeGreaterThan(20);
        assertThat(PAGES).allSatisfy(page -> {
            Matcher named = ENDPOINT.matcher(Repository.text(page));
            while (named.find()) {
                assertThat(known).as(page.toString()).contains(named.group(1) + " " + named.group(2));
            }
        });
    }

    @Test
    void eachMetricIsInTheReference() {
        var reference = new MetricsReference();
        assertThat(PAGES).allSatisfy(page -> {
            String text = Repository.text(page);
            Matcher query = PROMQL.matcher(text);
            while (query.find()) {
                assertThat(reference.unknownIn(query.group(1)))
                        .as(page.toString())
                        .isEmpty();
            }
            METRIC.matcher(text).results().forEach(name -> assertThat(reference.find(name.group()))
                    .as("%s in %s", name.group(), page)
                    .isNotNull());
        });
    }

    @Test
    void eachLinkLeadsSomewhere() {
        assertThat(Repository.files(Repository.runbooks(), ".md"))
                .allSatisfy(
                        page -> LINK.matcher(Repository.text(page)).results().forEach(link -> assertThat(
                                        Files.exists(page.resolveSibling(link.group(1))))
                                .as("%s in %s", link.group(1), page)
                                .isTrue()));
    }

    private static Set<String> endpoints() {
        Set<String> all = new TreeSet<>();
        for (Path contract : Repository.files(Repository.resolve("docs/contracts/openapi"), ".yaml")) {
            for (var path : Repository.yaml(contract).path("paths").properties()) {
                for (var operation : path.getValue().properties()) {
                    JsonNode described = operation.getValue();
                    if (described.has("operationId") || described.has("responses")) {
                        all.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }
            }
        }
        return all;
    }
}
