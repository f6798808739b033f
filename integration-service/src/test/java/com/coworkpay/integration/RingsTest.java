package com.coworkpay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.PathRules;
import com.coworkpay.platform.testkit.Rings;
import org.junit.jupiter.api.Test;

class RingsTest {

    @Test
    void theRingsHold() {
        Rings.of("com.coworkpay.integration").check();
    }

    @Test
    void pathsAreWhereTheyBelong() {
        assertThat(PathRules.violationsIn("com.coworkpay.integration")).isEmpty();
    }
}
