package com.coworkpay.refund.domain;

/// What a comparison of a payment with KakaoPay's order found.
public enum ComparisonOutcome {
    /// KakaoPay has the balance that the ledger expects.
    MATCHING,
    /// KakaoPay has cancels that the ledger did not have: they are recorded.
    RECORDED,
    /// KakaoPay's order differs from the ledger, and its list of cancels does not say why: nothing is guessed.
    UNEXPLAINED,
    /// A refund of the payment is unsettled: settlement makes its own order inquiries.
    REFUND_UNDER_WAY,
    /// KakaoPay was not asked, or gave no answer that says anything.
    NO_ANSWER
}
