package com.coworkpay.payment.query;

import com.coworkpay.payment.domain.Payment;
import io.vertx.core.json.JsonArray;

/// A payment as the query reads it.
///
/// @param refundedKrw as the payment's row or the replica of its refunds has it, whichever is newer
/// @param refundPendingKrw being refunded
/// @param refunds oldest first, as the payer sees them
/// @param forPeopleOfTheLocation with what is not for others: KakaoPay's reason for a decline, and manual review
public record PaymentDetails(
        Payment payment, long refundedKrw, long refundPendingKrw, JsonArray refunds, boolean forPeopleOfTheLocation) {

    PaymentDetails withoutInternals() {
        return new PaymentDetails(payment, refundedKrw, refundPendingKrw, refunds, false);
    }
}
