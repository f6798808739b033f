package com.coworkpay.payment.contract;

import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestCheckout;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.platform.testkit.contract.ContractDriver;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Every endpoint of the committed description, with right, odd and random input.
@PaymentServiceTest
class ContractTest {

    @Test
    void everyEndpointKeepsItsContract() {
        TestShop shop = TestShop.open();
        String payment = shop.begin().id();
        TestCheckout checkout = shop.checkout();
        ContractDriver.of("payment-service")
                .as(TestIdentity.token("payer-1")
                        .everywhere(
                                "payment:create",
                                "payment:read",
                                "payment:resolve",
                                "refund:resolve",
                                "dead-letter:manage"))
                .as(TestIdentity.token("payer-1"))
                .as(TestIdentity.token("hyun").at(shop.location(), "report:read"))
                .known("locationId", shop::location)
                .known("paymentId", () -> payment)
                .known("checkoutId", checkout::id)
                .known("signature", checkout::signature)
                .body("initiatePayment", () -> TestShop.booking("b-" + UUID.randomUUID())
                        .encode())
                .body("createCheckout", () -> TestShop.toPay("b-" + UUID.randomUUID())
                        .encode())
                .body("payCheckout", () -> "{\"device\":\"PC\"}")
                .drive();
    }
}
