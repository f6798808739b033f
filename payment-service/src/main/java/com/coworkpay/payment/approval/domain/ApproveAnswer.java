package com.coworkpay.payment.approval.domain;

import com.coworkpay.payment.domain.Money;

/// What came of one call of approve, in the words of the money rules.
public sealed interface ApproveAnswer {

    /// KakaoPay says: paid, with our order id and our amount.
    record Approved(Money money) implements ApproveAnswer {}

    /// No money moved and none will by this TID.
    record RefusedForGood(String why) implements ApproveAnswer {}

    /// No money moved; another try may succeed.
    ///
    /// @param byItself the same token may be sent again later without the payer (the payer's account was busy)
    record RefusedForNow(String why, boolean byItself) implements ApproveAnswer {}

    /// Surely no money moved: the call did not get through, or the account's credential was refused.
    record NotSent(String why) implements ApproveAnswer {}

    /// Anything may have happened.
    ///
    /// @param contradicts an answer came and does not fit the payment: a person must see it
    record NoAnswer(String why, boolean contradicts) implements ApproveAnswer {}
}
