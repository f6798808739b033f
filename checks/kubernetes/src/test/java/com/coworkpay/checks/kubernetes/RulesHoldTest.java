package com.coworkpay.checks.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesHoldTest {
    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everywhere")
    void holds(Rule rule, Overlay overlay) {
        assertThat(rule.findings(overlay.manifests(), overlay)).isEmpty();
    }

    static Stream<Arguments> everywhere() {
        return Arrays.stream(Overlay.values())
                .flatMap(overlay -> Arrays.stream(Rule.values()).map(rule -> Arguments.of(rule, overlay)));
    }
}
