package com.coworkpay.refund.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.refund.domain.RefundState.InFlight;
import org.junit.jupiter.api.Test;

class RefundStateTest {

    @Test
    void whatIsFinalStaysFinal() {
        assertThat(LegalTransitions.all().get(RefundStatus.SUCCEEDED)).isEmpty();
        // Only KakaoPay's confirmation of a success leads out of a failure.
        assertThat(LegalTransitions.all().get(RefundStatus.FAILED)).containsExactly(RefundStatus.SUCCEEDED);
    }

    @Test
    void onlyARefundWhoseCancelWasSentSucceeds() {
        LegalTransitions.all().forEach((from, to) -> {
            if (to.contains(RefundStatus.SUCCEEDED)) {
                assertThat(from.isUnsettled() || from == RefundStatus.FAILED).isTrue();
            }
        });
    }

    @Test
    void aRepeatIsNeverSimplyFailedOrForgotten() {
        InFlight repeat = new InFlight(2, 0);
        assertThatThrownBy(repeat::hardDecline).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(repeat::softDecline).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(repeat::notSent).isInstanceOf(IllegalStateException.class);
    }
}
