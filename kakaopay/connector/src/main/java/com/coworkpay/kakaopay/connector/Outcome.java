package com.coworkpay.kakaopay.connector;

import org.jspecify.annotations.Nullable;

/// How a call to KakaoPay ended. Not an exception, because a caller of a money call has to decide in every case.
///
/// [Unknown] is the default: an answer is one of the other three only where [OutcomeTable] says so.
public sealed interface Outcome<T> {

    /// KakaoPay did it, and its answer is for what was asked.
    record Done<T>(T value) implements Outcome<T> {}

    /// KakaoPay said no, and no money moved by this call.
    ///
    /// @param isFinal whether asking again is pointless. If not, the payment goes back to waiting; the caller
    /// bounds
    ///     the number of tries.
    record Refused<T>(boolean isFinal, RefusalReason reason, Code code) implements Outcome<T> {}

    /// Surely no money moved and nothing about the payment changed: the call did not reach KakaoPay, or was turned
    /// away at the door because of the key, the merchant account or the installation. An alarm about the account;
    /// the payment goes on when the account is well again.
    ///
    /// @param code KakaoPay's answer, `null` if there was none
    record NotSent<T>(NotSentReason reason, @Nullable Code code) implements Outcome<T> {}

    /// Nobody can tell from this call whether money moved. Out of here only [KakaoPay#order] leads.
    ///
    /// @param code KakaoPay's answer, `null` if there was none
    record Unknown<T>(UnknownReason reason, @Nullable Code code) implements Outcome<T> {}
}
