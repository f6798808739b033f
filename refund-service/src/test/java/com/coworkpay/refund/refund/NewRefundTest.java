package com.coworkpay.refund.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.refund.domain.RefundReason;
import java.text.Normalizer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewRefundTest {

    /// As version 1.0 stored them, before notes were normalised.
    private static final String WITH_NOTE = "0d4e60856ce571a0f649a43ef8a09acbfca6b0bfcd1475be37454e92979558ce";

    private static final String WITHOUT_NOTE = "1076906f8ca78c2047b7a710f95d5e5fb4aee7ee1ed9b08bf65385bbd2f05308";

    @Test
    void aHashThatWasMadeBeforeTextsWereNormalisedStaysValid() {
        String note = Normalizer.normalize("마지막", Normalizer.Form.NFD);
        assertThat(hash(null, HumanText.of(note))).isEqualTo(WITH_NOTE);
        assertThat(hash(5000L, null)).isEqualTo(WITHOUT_NOTE);
    }

    private static String hash(@Nullable Long amountKrw, @Nullable HumanText note) {
        UUID payment = UUID.fromString("018f0000-0000-7000-8000-000000000001");
        NewRefund newRefund = new NewRefund(
                "gangnam",
                payment,
                amountKrw,
                22000,
                RefundReason.OTHER,
                note,
                new Actor("minji", "-", Optional.empty()),
                "key-1");
        return newRefund.requestHash().replace("\\x", "");
    }
}
