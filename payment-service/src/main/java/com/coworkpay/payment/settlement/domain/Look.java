package com.coworkpay.payment.settlement.domain;

import com.coworkpay.payment.domain.Money;
import org.jspecify.annotations.Nullable;

/// What KakaoPay's order look-up shows.
///
/// @param money present when the meaning is [Meaning#PAID]
public record Look(Meaning meaning, @Nullable Money money, String why) {

    public enum Meaning {
        /// SUCCESS, PART_CANCEL, CANCEL_PAYMENT: it was paid (and perhaps cancelled outside afterwards).
        PAID,
        /// AUTH_PASSWORD: the payer has done everything; approve was not heard, or not yet.
        READY_TO_APPROVE,
        /// READY to SELECT_METHOD: the payer may still go on while the TID lives.
        WAITING_FOR_PAYER,
        /// FAIL_PAYMENT: an approval failed.
        FAILED,
        /// QUIT_PAYMENT, FAIL_AUTH_PASSWORD: the payer stopped.
        STOPPED,
        /// −721, −723: KakaoPay knows no such TID, or not any more. Not found is not proof.
        NOT_FOUND,
        /// No answer, no credential, an unknown word: nothing was learned.
        NOTHING_LEARNED,
        /// An answer that does not fit the payment: nothing was learned, and a person must see it.
        CONTRADICTS
    }

    public static Look paid(Money money, String why) {
        return new Look(Meaning.PAID, money, why);
    }

    public static Look of(Meaning meaning, String why) {
        return new Look(meaning, null, why);
    }
}
