package com.coworkpay.payment.initiation.domain;

import com.coworkpay.payment.domain.PaymentStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stood in the database when a claim found no way in. Read only then: a claim that succeeds needs no look.
///
/// @param earlier the payment that this caller began under this key
/// @param connected the location is known and connected
/// @param switchedOn this kind of payable may be paid by KakaoPay
/// @param accountAllowed the account is live, or test accounts are allowed
/// @param payableCanceled the booking system has cancelled the payable
/// @param slotHolder the state of the payment that holds the payable's slot
public record SecondLook(
        Optional<Earlier> earlier,
        boolean connected,
        boolean switchedOn,
        boolean accountAllowed,
        boolean payableCanceled,
        @Nullable PaymentStatus slotHolder) {

    /// In the order in which a person would want to hear of them. Empty: nothing stands in the way (any more).
    public Optional<Refusal> refusal() {
        if (!connected) {
            return Optional.of(Refusal.LOCATION_NOT_CONNECTED);
        }
        if (!switchedOn) {
            return Optional.of(Refusal.PAYABLE_SWITCHED_OFF);
        }
        if (!accountAllowed) {
            return Optional.of(Refusal.TEST_ACCOUNT_NOT_ALLOWED);
        }
        if (payableCanceled) {
            return Optional.of(Refusal.PAYABLE_CANCELED);
        }
        if (slotHolder == null) {
            return Optional.empty();
        }
        return Optional.of(slotHolder == PaymentStatus.PAID ? Refusal.PAYABLE_ALREADY_PAID : Refusal.PAYMENT_UNSETTLED);
    }
}
