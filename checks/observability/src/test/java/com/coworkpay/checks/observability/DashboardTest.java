package com.coworkpay.checks.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DashboardTest {
    private static final int COLUMNS = 24;

    private final JsonNode dashboard =
            Repository.json(Repository.observability().resolve("grafana/coworkpay.json"));
    private final List<JsonNode> panels = panels();

    @Test
    void itCanBeImportedIntoAnyGrafana() {
        assertThat(dashboard.path("id").isNull()).isTrue();
        assertThat(dashboard.path("uid").asText()).isEqualTo("coworkpay");
        assertThat(dashboard.path("templating").path("list"))
                .anySatisfy(
                        variable -> assertThat(variable.path("type").asText()).isEqualTo("datasource"));
        assertThat(dashboard.findValues("datasource"))
                .filteredOn(JsonNode::isObject)
                .allSatisfy(source -> assertThat(source.path("uid").asText()).isIn("${datasource}", "-- Grafana --"));
    }

    @Test
    void eachMetricIsInTheReference() {
        var reference = new MetricsReference();
        List<String> expressions = dashboard.findValuesAsText("expr").stream()
                .filter(expr -> !expr.startsWith("ALERTS"))
                .toList();
        assertThat(expressions).hasSizeGreaterThan(40);
        assertThat(expressions)
                .allSatisfy(
                        expr -> assertThat(reference.unknownIn(expr)).as(expr).isEmpty());
    }

    @Test
    void eachPanelSaysWhatItShowsAndInWhatUnit() {
        assertThat(panels).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.path("description").asText())
                        .as(panel.path("title").asText())
                        .isNotBlank();
                assertThat(panel.path("targets")).isNotEmpty();
            }
            if (Set.of("stat", "timeseries").contains(panel.path("type").asText())) {
                assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
                assertThat(panel.at("/fieldConfig/defaults/thresholds/steps")).isNotEmpty();
            }
        });
    }

    @Test
    void panelsHaveAPlaceOfTheirOwn() {
        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        Set<String> taken = new HashSet<>();
        for (JsonNode panel : panels) {
            JsonNode place = panel.path("gridPos");
            assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(COLUMNS);
            for (int x = 0; x < place.path("w").asInt(); x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    String field = (place.path("x").asInt() + x) + "/"
                            + (place.path("y").asInt() + y);
                    assertThat(taken.add(field))
                            .as("%s at %s", panel.path("title"), field)
                            .isTrue();
                }
            }
        }
    }

    private List<JsonNode> panels() {
        List<JsonNode> all = new ArrayList<>();
        dashboard.path("panels").forEach(all::add);
        return all;
    }
}
