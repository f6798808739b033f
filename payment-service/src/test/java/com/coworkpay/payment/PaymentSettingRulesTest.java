package com.coworkpay.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.coworkpay.kakaopay.accounts.CallTimes;
import com.coworkpay.payment.support.PaymentServiceTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.common.MapBackedConfigSource;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Harmful settings prevent the start.
@PaymentServiceTest
class PaymentSettingRulesTest {

    /// Its calls take at most 2 + 2 + 2 s here, and a fetch 5 s.
    @Inject
    CallTimes times;

    @Test
    void whatComesWithTheServiceIsSound() {
        assertThat(new PaymentSettingRules(config(Map.of()), times)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "settlement.batch, 0",
        "settlement.batch, -1",
        "settlement.poll, 0s",
        "settlement.first-pause, 0s",
        "settlement.max-pause, 1s",
        "settlement.lease, 11s",
        "settlement.quiet-after, 10s",
        "settlement.dead-after, 15m",
        "settlement.late-inquiry-after, 1s",
        "settlement.late-inquiry-for, 1m",
        "settlement.late-inquiry-pause, 1m",
        "settlement.decline-inquiry-after, 0s",
        "initiation.pay-within, 16m",
        "initiation.ready-lease, 10s",
        "checkout.valid-for, 0s",
        "checkout.valid-for, 8d",
        "streams.max-open, 0",
        "streams.poll, 0s",
        "streams.heartbeat, 0s",
        "streams.lasts, 0s",
        "approval.lease, 10s",
        "approval.record-attempts, 0"
    })
    void whatHarmsIsRefusedByItsName(String setting, String value) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new PaymentSettingRules(config(Map.of("coworkpay.payment." + setting, value)), times))
                .withMessageContaining("coworkpay.payment." + setting)
                .withMessageContaining("must be");
    }

    private static PaymentConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "coworkpay.public-base-url", "https://pay.example.com",
                "coworkpay.portal-origins", "https://portal.example.com",
                "coworkpay.return-keyset-file", "r",
                "coworkpay.keyset-file", "k"));
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(PaymentConfig.class)
                .withValidateUnknown(false)
                .withSources(new MapBackedConfigSource("test", all) {})
                .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .build()
                .getConfigMapping(PaymentConfig.class);
    }
}
