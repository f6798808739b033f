package com.coworkpay.payment.approval;

import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PublicStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a payer is redirected after coming back from KakaoPay, and the status that the portal gets.
///
/// @param checkoutId whose page shows the result, and leads on to the portal; null: to the portal at once
record ReturnResult(UUID paymentId, @Nullable UUID checkoutId, String returnUrl, PublicStatus status) {

    static ReturnResult of(Payment payment) {
        return of(payment, payment.status().publicStatus());
    }

    static ReturnResult of(Payment payment, PublicStatus status) {
        return new ReturnResult(payment.id(), payment.checkoutId(), payment.returnUrl(), status);
    }
}
