package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.chaos.Chaos;
import com.coworkpay.tools.local.chaos.ChaosOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A short `./coworkpay chaos`: the same faults, the same audit, less time.
class ChaosIT {
    private static final ChaosOptions SHORT = new ChaosOptions(Duration.ofSeconds(50), 4711, 8);

    @Test
    void nothingIsOutOfPlaceAfterwards() throws Exception {
        var findings = Chaos.play(SHORT, Stack.shared().stack(), Console.standard());
        assertThat(findings.firstWrong()).isEmpty();
        assertThat(findings.wonOutOfPlace()).isZero();
        assertThat(findings.checked())
                .containsKeys(
                        "I1 taken",
                        "I1 left, in the report",
                        "I1 each cancel of the dashboard is recorded once",
                        "I2 nothing above the limit is sent without its approval",
                        "I3 an answered approval stands",
                        "I4 no approval waits for ever",
                        "I2 one approval",
                        "I3 a payment that was answered exists");
    }
}
