package com.coworkpay.kakaopay.simulator;

/// What goes wrong with a call. "Before" and "after" are relative to the effect: whether money moved.
public enum FaultKind {
    /// Held until released; no effect yet. If the caller goes away first, the effect never happens.
    HOLD_BEFORE_EFFECT,
    /// The effect happens, the answer is held until released or the caller is gone.
    HOLD_AFTER_EFFECT,
    /// Silence, and no effect.
    NO_ANSWER_BEFORE,
    /// The effect, then silence.
    NO_ANSWER_AFTER,
    /// An HTTP status (default 503) without effect.
    STATUS_BEFORE,
    /// The effect, then an HTTP status (default 503).
    STATUS_AFTER,
    /// TCP reset without effect.
    RESET_BEFORE,
    /// The effect, then a TCP reset.
    RESET_AFTER,
    /// The effect at once, the answer after `delay`.
    SLOW,
    /// Nothing for `delay`, then the effect, whether or not the caller still listens.
    LATE_EFFECT,
    /// The effect, then the answer byte by byte, `delay` between two bytes.
    DRIP,
    /// One of KakaoPay's codes without effect (an approve refused by -780 leaves FAIL_PAYMENT).
    CODE,
    /// The effect, but the answer is one of KakaoPay's codes (for instance -780 with BANK_FIRM_UNKNOWN).
    CODE_AFTER_EFFECT,
    /// Cancel only: answered by the code (−781 with BANK_FIRM_UNKNOWN) at once, and the deal stays open. What is
    /// available stays as it is, until the deal is carried out after `delay`, without one on release. A repeat in
    /// between is carried out as well, so that the money goes back twice.
    OPEN_DEAL,
    /// The effect, then the answer in the shape of [AnswerShape#RECORDED].
    AS_RECORDED,
    /// The effect, then a body that ends in mid-JSON, with status 200.
    MALFORMED_BODY,
    /// The effect, then a right answer padded to 8 MiB.
    HUGE_BODY,
    /// The effect, then an answer with another amount.
    WRONG_AMOUNT,
    /// The effect, then an answer with another TID.
    WRONG_TID,
    /// The effect, then an answer with another order id.
    WRONG_ORDER_ID
}
