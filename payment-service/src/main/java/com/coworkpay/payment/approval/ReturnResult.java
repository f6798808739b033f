package com.coworkpay.payment.approval;

import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PublicStatus;
import java.util.UUID;

/// Where a payer is redirected after coming back from KakaoPay, and the status that the portal gets.
record ReturnResult(UUID paymentId, String returnUrl, PublicStatus status) {

    static ReturnResult of(Payment payment) {
        return new ReturnResult(
                payment.id(), payment.returnUrl(), payment.status().publicStatus());
    }
}
