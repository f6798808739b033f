package com.coworkpay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.local.chaos.ChaosOptions;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpOptionsTest {
    @Test
    void oneProcessOfEachServiceUnlessMoreAreAskedFor() {
        assertThat(UpOptions.parsed(List.of())).isEqualTo(new UpOptions(false, OptionalInt.empty(), 1));
        assertThat(UpOptions.parsed(List.of("--replicas", "2", "--fresh", "--port", "9000")))
                .isEqualTo(new UpOptions(true, OptionalInt.of(9000), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "9", "-1", "2.5", "99999999999", ""})
    void anotherNumberOfProcessesIsRefusedInWords(String number) {
        assertThatThrownBy(() -> UpOptions.parsed(List.of("--replicas", number)))
                .isInstanceOf(CommandLineException.class)
                .hasMessage("--replicas needs a number from 1 to 4, not '" + number + "'.");
        assertThatThrownBy(() -> ChaosOptions.parsed(List.of("--replicas", number)))
                .isInstanceOf(CommandLineException.class)
                .hasMessageContaining("--replicas needs a number from 1 to 4, not '" + number + "'.");
    }

    @Test
    void aNumberThatIsMissingIsRefusedToo() {
        assertThatThrownBy(() -> UpOptions.parsed(List.of("--replicas"))).isInstanceOf(CommandLineException.class);
    }
}
