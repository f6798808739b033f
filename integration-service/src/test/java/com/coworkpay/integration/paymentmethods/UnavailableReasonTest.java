package com.coworkpay.integration.paymentmethods;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.integration.Messages;
import com.coworkpay.integration.paymentmethods.PaymentMethodAvailability.UnavailableReason;
import com.coworkpay.platform.problem.Language;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnavailableReasonTest {

    @ParameterizedTest
    @EnumSource(UnavailableReason.class)
    void everyReasonHasItsSentence(UnavailableReason reason) {
        String key = "not-offered." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(Messages.in(Language.KOREAN).format(key, Map.of())).isNotBlank();
        assertThat(Messages.in(Language.ENGLISH).format(key, Map.of())).isNotBlank();
    }
}
