package com.coworkpay.kakaopay.connector;

/// Why it cannot be told whether money moved. All lead to the same place, the look-up; the reason is for people.
public enum UnknownReason {
    /// Sent, and no whole answer in time.
    TIMEOUT,
    /// Sent, and the connection ended before a whole answer.
    CONNECTION_LOST,
    /// The answer is larger than any of KakaoPay's.
    ANSWER_TOO_LARGE,
    /// The answer cannot be read, lacks what it must have, or contradicts itself.
    MALFORMED_ANSWER,
    /// The answer is for another TID, order or amount than was asked: a person has to look.
    MISMATCH,
    /// A 5xx answer.
    SERVER_ERROR,
    /// KakaoPay says that it is being maintained.
    MAINTENANCE,
    /// KakaoPay says that it has been done before, or that the payment is not in a state for it.
    ALREADY_DONE_OR_WRONG_STATE,
    /// Another request for the same payment is at work, or the payer's account is locked by one.
    IN_PROGRESS_ELSEWHERE,
    /// The bank has not answered KakaoPay; it may take twenty minutes.
    BANK_UNCLEAR,
    /// `cancel`: the card company or KakaoPay Money refused, for a reason that does not rule out an earlier success.
    CANCEL_REFUSAL_UNCLEAR,
    /// A code that the table does not name for this operation.
    UNDOCUMENTED_ANSWER,
    /// A defect of ours on the way. Reported to the log with its stack trace.
    INTERNAL;

    /// An answer came, but not one that fits what was asked: whatever happened, a person has to look.
    public boolean isContradiction() {
        return this == MISMATCH || this == MALFORMED_ANSWER || this == ANSWER_TOO_LARGE;
    }
}
