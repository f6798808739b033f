package com.coworkpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import org.junit.jupiter.api.Test;

/// The plain case: initiate, pay, return, paid.
@PaymentServiceTest
class PayTest {

    @Test
    void aPaymentIsBegunPaidAndApproved() {
        TestShop shop = TestShop.open();
        PendingPayment payment = shop.begin();
        assertThat(Db.status(payment.id())).isEqualTo("WAITING");
        assertThat(TestShop.statusAt(TestShop.visit(shop.pay(payment)))).isEqualTo("SUCCEEDED");
        assertThat(Db.status(payment.id())).isEqualTo("PAID");
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }
}
