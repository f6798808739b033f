package com.coworkpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.PathRules;
import com.coworkpay.platform.testkit.Rings;
import org.junit.jupiter.api.Test;

class RingsTest {

    @Test
    void theRingsHold() {
        Rings.of("com.coworkpay.payment").check();
    }

    @Test
    void thePathsHold() {
        assertThat(PathRules.violationsIn("com.coworkpay.payment")).isEmpty();
    }
}
