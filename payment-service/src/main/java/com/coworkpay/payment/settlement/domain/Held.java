package com.coworkpay.payment.settlement.domain;

/// Why a payment could not be taken for a person's look.
public enum Held {
    NOT_FOUND,
    /// Somebody asked within the pause.
    ASKED_JUST_NOW,
    /// Its claim is at work; the answer to it comes first.
    APPROVE_UNDER_WAY,
    /// It is paid, or has no TID.
    NOTHING_TO_ASK
}
