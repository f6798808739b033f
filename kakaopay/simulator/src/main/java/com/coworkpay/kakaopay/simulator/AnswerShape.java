package com.coworkpay.kakaopay.simulator;

/// How answers are written: where an absent field is an explicit null, and what the actions of a look-up carry.
public enum AnswerShape {
    /// All documented fields; absent ones are explicit nulls.
    DOCUMENTED,
    /// All documented fields; absent ones are left out.
    WITHOUT_NULLS,
    /// As recorded at the real KakaoPay: approve with explicit nulls, order and cancel without; the actions of a
    /// look-up carry AID, type, time, points and discount, and neither amount nor method nor payload.
    RECORDED,
    /// The same, but an action carries the payload its call had. No recording says yet whether KakaoPay does so.
    RECORDED_WITH_PAYLOAD
}
