package com.coworkpay.refund.batch.domain;

/// What [BatchRule] says of a payment.
public sealed interface BatchResult {

    /// Whole won; never more than what is left.
    record Refundable(long amountKrw) implements BatchResult {}

    /// It waits for the end of an earlier refund by a cancellation or batch.
    ///
    /// @param amountKrw what is given back at most, if that one fails
    record UnderWay(long amountKrw) implements BatchResult {}

    record LeftOut(LeftOutReason reason) implements BatchResult {}
}
