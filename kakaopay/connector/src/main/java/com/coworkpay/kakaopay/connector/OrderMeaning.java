package com.coworkpay.kakaopay.connector;

/// What a look-up says about the money.
public enum OrderMeaning {
    /// The money was taken, all of it is still there.
    PAID,
    /// The money was taken, a part went back.
    PARTLY_CANCELED,
    /// The money was taken, all of it went back. It *was* paid.
    FULLY_CANCELED,
    /// The try has failed. Not paid for certain only once the TID is dead (16 minutes after ready): until then the
    /// payer may try again.
    NOT_PAID_ONCE_DEAD,
    /// The payer has not confirmed. Not paid for certain only once the TID is dead.
    WAITING_FOR_PAYER,
    /// The payer has confirmed and nobody has approved: `approve` takes the money. Not paid for certain only once the
    /// TID is dead.
    READY_TO_APPROVE,
    /// A status this library does not know. Proves nothing: ask again, and show it to a person.
    UNCLEAR
}
