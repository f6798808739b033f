package com.coworkpay.payment.initiation;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.Role;
import com.coworkpay.payment.domain.Device;
import com.coworkpay.platform.problem.HumanText;
import java.text.Normalizer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    /// It is stored: if it changed, a repeated request would be rejected as another one.
    private static final String STORED = "56eb114ef62791959ef77b959616858cad7fe9f428fabeab000cfdd7c3a5dfad";

    @Test
    void aTextCountsAsItWasSent() {
        String description = Normalizer.normalize("회의실 예약 ", Normalizer.Form.NFD);
        NewPayment payment = payment(description);
        assertThat(payment.terms().description().text()).isEqualTo("회의실 예약");
        assertThat(HexFormat.of().formatHex(Fingerprint.of(payment))).isEqualTo(STORED);
    }

    private static NewPayment payment(String description) {
        PaymentTerms terms = new PaymentTerms(
                "gangnam",
                "payer-1",
                "payer-1",
                Role.NETWORK_MEMBER,
                new PaymentStateV1.Payable("INVOICE", "i-1", null, null, null, null, null),
                HumanText.of(description),
                Amounts.ofPayment(22000, 0, null),
                1,
                "https://portal.example/done",
                null);
        return new NewPayment(terms, Device.PC, null);
    }
}
