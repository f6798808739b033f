package com.coworkpay.payment.settlement;

/// Why a person's order inquiry about a payment was not made.
public enum InquiryRejection {
    NOT_FOUND,
    /// Somebody asked within the pause.
    ASKED_JUST_NOW,
    /// Its approve is under way; the answer comes first.
    APPROVE_UNDER_WAY,
    /// It is paid, or has no TID.
    NOTHING_TO_ASK
}
