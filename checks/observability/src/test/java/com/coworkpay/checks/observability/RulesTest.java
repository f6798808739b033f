package com.coworkpay.checks.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Path PROMETHEUS = Repository.observability().resolve("prometheus");
    private static final List<Path> RULES = Repository.files(PROMETHEUS.resolve("rules"), ".yaml");
    private static final List<Path> TESTS = Repository.files(PROMETHEUS.resolve("tests"), ".yaml");

    @Test
    void prometheusTakesTheRules() throws Exception {
        var answer = Promtool.found().run(List.of("check", "rules"), RULES);
        assertThat(answer.status()).as(answer.text()).isZero();
    }

    @Test
    void theRulesSpeakWhenTheyShould() throws Exception {
        var answer = Promtool.found().run(List.of("test", "rules"), TESTS);
        assertThat(answer.status()).as(answer.text()).isZero();
    }

    @Test
    void eachAlertFiresInOneTestAndIsSilentInAnother() {
        Set<String> alerts = Alert.all().stream().map(Alert::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested(true)).as("alerts that fire in a test").isEqualTo(alerts);
        assertThat(tested(false)).as("alerts that are silent in a test").isEqualTo(alerts);
    }

    @Test
    void aNameIsOneAlert() {
        assertThat(Alert.all()).extracting(Alert::name).doesNotHaveDuplicates();
    }

    @Test
    void eachAlertSaysHowUrgentItIsAndWhatIsWrong() {
        assertThat(Alert.all()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.labels().path("severity").asText()).isIn("critical", "warning");
            assertThat(alert.annotations().path("summary").asText()).isNotBlank();
            assertThat(alert.annotations().path("description").asText()).isNotBlank();
            assertThat(alert.annotations().path("runbook_url").asText()).isEqualTo(alert.runbook());
        });
    }

    /// Whatever is deployed is missed when it is gone.
    @Test
    void eachProgramIsWatched() {
        Set<String> programs = Repository.programs();
        assertThat(programs).hasSize(5);
        var down = Pattern.compile("job=~\"([^\"]+)\"").matcher(exprOf("ServiceDown"));
        assertThat(down.find()).isTrue();
        assertThat(programs).allSatisfy(program -> {
            assertThat(program).as("ServiceDown").matches(down.group(1));
            assertThat(exprOf("ServiceAbsent")).contains("absent(up{job=\"" + program + "\"})");
            assertThat(Repository.text(Repository.observability().resolve("README.md")))
                    .contains("`" + program + "`");
        });
    }

    private static String exprOf(String alert) {
        return Alert.all().stream()
                .filter(each -> each.name().equals(alert))
                .map(Alert::expr)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachMetricOfARuleIsInTheReference() {
        var reference = new MetricsReference();
        assertThat(Alert.all()).allSatisfy(alert -> assertThat(reference.unknownIn(alert.expr()))
                .as(alert.name())
                .isEmpty());
    }

    @Test
    void eachRowOfTheReferenceIsRead() {
        assertThat((long) new MetricsReference().names().size()).isEqualTo(MetricsReference.rowsWritten());
    }

    private static Set<String> tested(boolean firing) {
        Set<String> names = new TreeSet<>();
        for (Path file : TESTS) {
            for (JsonNode test : Repository.yaml(file).path("tests")) {
                for (JsonNode alert : test.path("alert_rule_test")) {
                    if (alert.path("exp_alerts").isEmpty() != firing) {
                        names.add(alert.path("alertname").asText());
                    }
                }
            }
        }
        return names;
    }
}
