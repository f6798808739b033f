package com.coworkpay.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.coworkpay.kakaopay.accounts.CallTimes;
import com.coworkpay.refund.support.RefundServiceTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.common.MapBackedConfigSource;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Settings that harm are refused before anything starts with them.
@RefundServiceTest
class RefundSettingRulesTest {

    /// Its calls take at most 2 + 2 + 2 s here, and a fetch 5 s.
    @Inject
    CallTimes times;

    @Test
    void whatComesWithTheServiceIsSound() {
        assertThat(new RefundSettingRules(config(Map.of()), times)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "settlement.batch, 0",
        "settlement.batch, -1",
        "settlement.poll, 0s",
        "settlement.first-pause, 0s",
        "settlement.max-pause, 1s",
        "settlement.max-pause-in-review, 1m",
        "settlement.lease, 10s",
        "settlement.quiet-after, 10s",
        "settlement.bank-quiet-after, 19m",
        "settlement.manual-review-after, 1s",
        "settlement.manual-review-attempts, 0",
        "execution.batch, 0",
        "execution.lease, 10s",
        "execution.max-pause, 1s",
        "execution.record-attempts, 0",
        "comparison.batch, 0",
        "comparison.poll, 0s",
        "comparison.lease, 10s",
        "comparison.daily-quota, 0",
        "comparison.window, 0s",
        "comparison.account-pause, 0s",
        "decision.sweep-every, 0s",
        "decision.after-refund, 0s"
    })
    void whatHarmsIsRefusedByItsName(String setting, String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new RefundSettingRules(config(Map.of("coworkpay.refund." + setting, value)), times))
                .withMessageContaining("coworkpay.refund." + setting)
                .withMessageContaining("must be");
    }

    private static RefundConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(RefundConfig.class)
                .withValidateUnknown(false)
                .withSources(new MapBackedConfigSource("test", new HashMap<>(settings)) {})
                .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .build()
                .getConfigMapping(RefundConfig.class);
    }
}
