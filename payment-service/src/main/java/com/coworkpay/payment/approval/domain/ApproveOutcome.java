package com.coworkpay.payment.approval.domain;

import com.coworkpay.payment.domain.ApprovalDetails;

/// The outcome of one call of approve.
public sealed interface ApproveOutcome {

    /// KakaoPay says: paid, with our order id and our amount.
    record Approved(ApprovalDetails approval) implements ApproveOutcome {}

    /// No money moved and none will by this TID.
    record HardDecline(String why) implements ApproveOutcome {}

    /// No money moved; another try may succeed.
    ///
    /// @param retryable the same token may be sent again later without the payer (the payer's account was busy)
    record SoftDecline(String why, boolean retryable) implements ApproveOutcome {}

    /// Surely no money moved: the call did not get through, or the account's credential was refused.
    record NotSent(String why) implements ApproveOutcome {}

    /// Anything may have happened.
    ///
    /// @param contradicts an answer came and does not fit the payment: needs manual review
    record Unknown(String why, boolean contradicts) implements ApproveOutcome {}
}
