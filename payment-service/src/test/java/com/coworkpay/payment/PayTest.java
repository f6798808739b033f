package com.coworkpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.Shop;
import com.coworkpay.payment.support.Shop.Begun;
import org.junit.jupiter.api.Test;

/// The plain way: begin, pay, come back, paid.
@PaymentServiceTest
class PayTest {

    @Test
    void aPaymentIsBegunPaidAndApproved() {
        Shop shop = Shop.open();
        Begun payment = shop.begin();
        assertThat(Db.status(payment.id())).isEqualTo("WAITING");
        assertThat(Shop.statusAt(Shop.visit(shop.pay(payment)))).isEqualTo("SUCCEEDED");
        assertThat(Db.status(payment.id())).isEqualTo("PAID");
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }
}
