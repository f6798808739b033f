package com.coworkpay.tools.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private static final Duration SHORT = Duration.ofSeconds(3);

    private final RestartPolicy policy = RestartPolicy.usual();

    @Test
    void grantsFiveRestartsWithGrowingPausesThenGivesUp() {
        var pauses = IntStream.range(0, 5)
                .mapToObj(death -> policy.afterDeath(SHORT).orElseThrow().toSeconds())
                .toList();
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(policy.afterDeath(SHORT)).isEmpty();
    }

    @Test
    void forgivesOnesThatRanWell() {
        IntStream.range(0, 5).forEach(death -> policy.afterDeath(SHORT));
        assertThat(policy.afterDeath(Duration.ofMinutes(1))).contains(Duration.ofSeconds(1));
        assertThat(policy.restarts()).isEqualTo(1);
    }
}
