package com.coworkpay.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeasuredAgeTest {

    @Test
    void growsBetweenTwoMeasures() {
        AgeGauge age = new AgeGauge();
        age.measured(60);
        await().atMost(Duration.ofSeconds(5)).until(() -> age.seconds() > 60);
    }

    @Test
    void nothingHasNoAge() {
        AgeGauge age = new AgeGauge();
        assertThat(age.seconds()).isZero();
        age.measured(60);
        age.measured(0);
        assertThat(age.seconds()).isZero();
    }
}
