package com.coworkpay.kakaopay.connector;

/// Why KakaoPay said no. Business words; the numbers behind them stand in [OutcomeTable].
public enum RefusalReason {
    /// `ready`: a field is missing or wrong.
    INVALID_REQUEST,
    /// `ready`: amounts that do not fit each other, or the order.
    INVALID_AMOUNT,
    /// `ready`: over the limit of one payment. `approve`: over a limit of the payer's method.
    LIMIT_EXCEEDED,
    /// `ready`: this merchant may not offer the method that was asked for.
    METHOD_NOT_SUPPORTED,
    /// The fifteen minutes are over.
    EXPIRED,
    /// `approve`: card company or KakaoPay Money refused the payer.
    METHOD_REFUSED,
    /// `approve`: the payer's balance is too low.
    NOT_ENOUGH_BALANCE,
    /// `approve`, not final: the payer has not finished at KakaoPay's page.
    NOT_AUTHENTICATED,
    /// `approve`, not final: the `pg_token` is not this payment's.
    WRONG_PG_TOKEN,
    /// `approve`, not final: the payer's account has another deal in progress.
    PAYER_BUSY,
    /// `order`: KakaoPay does not know the TID.
    NO_SUCH_TID,
    /// `cancel`: the time in which a card payment can be cancelled is over.
    CANCEL_PERIOD_OVER,
    /// `cancel`: the payer has left KakaoPay Money, old deals cannot be cancelled.
    PAYER_LEFT,
    /// `cancel`: the card company does not cancel this payment.
    NOT_CANCELABLE
}
