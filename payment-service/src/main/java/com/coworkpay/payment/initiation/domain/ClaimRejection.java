package com.coworkpay.payment.initiation.domain;

import com.coworkpay.payment.domain.PaymentStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a claim was rejected. It is read only after a rejection: a claim that succeeds needs no query.
///
/// @param existing the payment that this caller began under this key
/// @param connected the location is known and connected
/// @param switchedOn this kind of payable may be paid by KakaoPay
/// @param accountAllowed the account is live, or test accounts are allowed
/// @param payableCanceled the booking system has cancelled the payable
/// @param slotHolder the state of the payment that holds the payable's slot
public record ClaimRejection(
        Optional<ExistingPayment> existing,
        boolean connected,
        boolean switchedOn,
        boolean accountAllowed,
        boolean payableCanceled,
        @Nullable PaymentStatus slotHolder) {

    /// The most useful reason first. Empty: nothing rejects the claim (any more).
    public Optional<RejectionReason> reason() {
        if (!connected) {
            return Optional.of(RejectionReason.LOCATION_NOT_CONNECTED);
        }
        if (!switchedOn) {
            return Optional.of(RejectionReason.PAYABLE_SWITCHED_OFF);
        }
        if (!accountAllowed) {
            return Optional.of(RejectionReason.TEST_ACCOUNT_NOT_ALLOWED);
        }
        if (payableCanceled) {
            return Optional.of(RejectionReason.PAYABLE_CANCELED);
        }
        if (slotHolder == null) {
            return Optional.empty();
        }
        return Optional.of(
                slotHolder == PaymentStatus.PAID
                        ? RejectionReason.PAYABLE_ALREADY_PAID
                        : RejectionReason.PAYMENT_UNSETTLED);
    }
}
