package com.coworkpay.checks.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {
    private static final String EXPR = """
            histogram_quantile(0.95, sum by (namespace, le) (rate(a_seconds_bucket{x=~"b|c_total", y!="d"}[5m]))) > 5e3
            and on (job) max(e_total{y="f, g"}) offset 5m >= 10 or absent(up)""";

    @Test
    void metricsAreNeitherFunctionsNorLabelsNorWords() {
        assertThat(PromQl.metrics(EXPR)).containsExactly("a_seconds_bucket", "e_total", "up");
    }

    @Test
    void labelsAreThoseOfTheSelector() {
        assertThat(PromQl.labels(EXPR, "a_seconds_bucket")).containsExactly("x", "y");
        assertThat(PromQl.labels(EXPR, "e_total")).containsExactly("y");
        assertThat(PromQl.labels(EXPR, "up")).isEmpty();
    }
}
