package com.coworkpay.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.PathRules;
import com.coworkpay.platform.testkit.Rings;
import org.junit.jupiter.api.Test;

class RingsTest {

    @Test
    void theRingsHold() {
        Rings.of("com.coworkpay.refund").check();
    }

    @Test
    void pathsAreWhereTheFrontDoorExpectsThem() {
        assertThat(PathRules.violationsIn("com.coworkpay.refund")).isEmpty();
    }
}
