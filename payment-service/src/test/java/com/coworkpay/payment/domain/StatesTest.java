package com.coworkpay.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatesTest {

    @Test
    void whatIsOverOnlyEverBecomesOverpaid() {
        LegalTransitions.all().forEach((from, to) -> {
            if (from.isOver()) {
                assertThat(to).isSubsetOf(PaymentStatus.OVERPAID);
            }
        });
        assertThat(LegalTransitions.all().get(PaymentStatus.PAID)).isEmpty();
        assertThat(LegalTransitions.all().get(PaymentStatus.OVERPAID)).isEmpty();
    }

    @Test
    void paidIsReachedOnlyFromWhereTheSlotIsHeld() {
        LegalTransitions.all().forEach((from, to) -> {
            if (to.contains(PaymentStatus.PAID)) {
                assertThat(from.isUnsettled()).isTrue();
            }
        });
    }

    @Test
    void anOverpaymentIsNeverPublishedAsPaid() {
        assertThat(PaymentStatus.OVERPAID.publicStatus()).isEqualTo(PublicStatus.CANCELED);
        for (PaymentStatus status : PaymentStatus.values()) {
            assertThat(status.publicStatus() == PublicStatus.SUCCEEDED).isEqualTo(status == PaymentStatus.PAID);
        }
    }
}
